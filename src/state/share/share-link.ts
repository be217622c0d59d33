/**
 * Shared texts in the fragment of a link: #share=VERSION.TEXTS, compressed, in base64url. Browsers send no fragment to a server.
 */
import { deflate, inflate } from '../../storage/deflate.js';
import {
  type DecodedShare,
  decodeTexts,
  encodeTexts,
  type SharedFault,
  type SharedTexts,
  TEXTS_VERSION,
} from './shared-texts.js';

const START = '#share=';

/** Characters of a link. Longer ones do not survive every mail program and messenger. */
export const LONGEST_LINK = 8_000;
/** Characters of a fragment that is read: longer than any link of this page. */
const LONGEST_FRAGMENT = 100_000;
/** Bytes of both texts: three times what the model reads. A fragment of a few kilobytes can inflate to megabytes. */
const MOST_BYTES = 200_000;

/** The fragment, with its #. */
export async function encodeShare(shared: SharedTexts): Promise<string> {
  return `${START}${TEXTS_VERSION}.${base64url(await deflate(encodeTexts(shared)))}`;
}

export function isShare(fragment: string): boolean {
  return fragment.startsWith(START);
}

/** Anybody may have written `fragment`: nothing about it is taken on trust. */
export async function decodeShare(fragment: string): Promise<DecodedShare> {
  const fail = (fault: SharedFault): DecodedShare => ({ ok: false, fault });
  if (fragment.length > LONGEST_FRAGMENT) return fail('too-large');
  const [, version, data] = /^#share=(\d{1,6})\.([\w-]+)$/u.exec(fragment) ?? [];
  if (version === undefined || data === undefined) return fail('damaged');
  if (Number(version) > TEXTS_VERSION) return fail('newer');
  const bytes = fromBase64url(data);
  if (!bytes) return fail('damaged');
  const inflated = await inflate(bytes, MOST_BYTES);
  if (!inflated.ok) return fail(inflated.fault === 'too-large' ? 'too-large' : 'damaged');
  try {
    return decodeTexts(JSON.parse(inflated.text));
  } catch {
    return fail('damaged');
  }
}

function base64url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '');
}

function fromBase64url(data: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const binary = atob(data.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

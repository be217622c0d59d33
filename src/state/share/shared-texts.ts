/** Two texts and how to score them, as somebody sends them: in a link, or as a file where they are too long for a link. */
import * as v from 'valibot';
import type { PresetName, ProtocolName } from '../../core/protocol.js';

const TEXTS_FORMAT = 'quals-texts';
/** Of the file and of the link. */
export const TEXTS_VERSION = 1;

export interface SharedTexts {
  readonly source: string;
  readonly summary: string;
  readonly protocol: ProtocolName;
  readonly preset: PresetName;
}

/** `newer`: a newer version of the page made it. `too-large`: more than this page reads. */
export type SharedFault = 'damaged' | 'newer' | 'too-large';

export type DecodedShare =
  { readonly ok: true; readonly shared: SharedTexts } | { readonly ok: false; readonly fault: SharedFault };

const SHARED: v.GenericSchema<unknown, SharedTexts> = v.object({
  source: v.string(),
  summary: v.string(),
  protocol: v.picklist(['matched', 'released']),
  preset: v.picklist(['full', 'quick']),
});

export function encodeTexts({ source, summary, protocol, preset }: SharedTexts): string {
  return JSON.stringify({ format: TEXTS_FORMAT, version: TEXTS_VERSION, source, summary, protocol, preset });
}

export function isTexts(value: unknown): boolean {
  return Object(value).format === TEXTS_FORMAT;
}

/** Keys that it does not know are left out. */
export function decodeTexts(value: unknown): DecodedShare {
  const { version } = Object(value) as { readonly version?: unknown };
  if (!isTexts(value) || typeof version !== 'number') return { ok: false, fault: 'damaged' };
  if (version > TEXTS_VERSION) return { ok: false, fault: 'newer' };
  const read = v.safeParse(SHARED, value);
  return read.success ? { ok: true, shared: read.output } : { ok: false, fault: 'damaged' };
}

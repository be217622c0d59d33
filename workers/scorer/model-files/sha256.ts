/** Checksums of model files. */
import { QualsError } from '../../../src/core/errors.js';

/** Lower-case hexadecimal. Throws QualsError `page-insecure` if the page is not a secure context. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const subtle = (crypto as Partial<Crypto>).subtle;
  if (!subtle) {
    const detail = 'Model files cannot be checked: the page must be served over https or from localhost.';
    throw new QualsError('page-insecure', detail);
  }
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

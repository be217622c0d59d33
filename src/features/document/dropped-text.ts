/** The text of a file that a person drops on a field. */
import * as words from '../../text/result/drop-words.js';

export type DroppedText = { readonly text: string } | { readonly problem: string };

/** A file's type is what the system says of its name, and often nothing. */
const TEXT_NAME = /\.(?:txt|text|md|markdown|html?)$/iu;
const TEXT_TYPE = /^text\/(?:plain|markdown|html)\b/iu;

/** The longest article that the model reads has about 40,000 characters; a book has a million. */
const MOST_BYTES = 5_000_000;

/** HTML is taken as it is written: a note then says that it holds markup. */
export async function readDroppedText(file: File): Promise<DroppedText> {
  if (!TEXT_NAME.test(file.name) && !TEXT_TYPE.test(file.type)) return { problem: words.notText(file.name) };
  if (file.size > MOST_BYTES) return { problem: words.tooLarge(file.name) };
  try {
    const text = decode(await file.arrayBuffer());
    if (text === undefined || text.includes('\0')) return { problem: words.wrongEncoding(file.name) };
    return text.trim() === '' ? { problem: words.empty(file.name) } : { text };
  } catch {
    return { problem: words.unreadable(file.name) };
  }
}

/** UTF-8, or UTF-16 where its byte-order mark says so; undefined for bytes that are neither. */
function decode(bytes: ArrayBuffer): string | undefined {
  const [first, second] = new Uint8Array(bytes);
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

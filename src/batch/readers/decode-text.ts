/** Bytes to text: UTF-8 alone, without its byte-order mark. Other encodings are refused, not guessed. */
import { InputError } from '../input-fault.js';

const NEWLINE = 0x0a;
const MARK = '\ufeff';
/** Bytes of a character that the next chunk may complete. */
const LONGEST_BEGINNING = 3;

/**
 * Text passes through. Throws InputError `utf-16`, and `not-utf-8` with the line.
 */
export async function* decodeText(chunks: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let line = 1;
  let before: Uint8Array = new Uint8Array(0);
  let atStart = true;
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    let text: string;
    if (typeof chunk === 'string') text = chunk;
    else {
      if (atStart && isUtf16(chunk)) throw new InputError({ kind: 'utf-16' });
      text = decode(decoder, chunk, before, line);
      before = chunk;
      line += newlines(chunk);
    }
    // A decoder gives no text for a chunk that ends within its first character.
    if (text === '') continue;
    if (atStart && text.startsWith(MARK)) text = text.slice(MARK.length);
    atStart = false;
    if (text !== '') yield text;
  }
  try {
    decoder.decode();
  } catch {
    throw new InputError({ kind: 'not-utf-8', line, byte: undefined });
  }
}

function decode(
  decoder: InstanceType<typeof TextDecoder>,
  chunk: Uint8Array,
  before: Uint8Array,
  line: number,
): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    throw new InputError({ kind: 'not-utf-8', ...firstBadByte(chunk, before, line) });
  }
}

/** `line`: that in which `chunk` begins. */
function firstBadByte(chunk: Uint8Array, before: Uint8Array, line: number): { line: number; byte: number | undefined } {
  const strict = new TextDecoder('utf-8', { fatal: true });
  const isGood = (bytes: Uint8Array): boolean => {
    try {
      strict.decode(bytes);
      return true;
    } catch {
      return false;
    }
  };
  const head = beginningOf(before);
  const bytes = new Uint8Array([...head, ...chunk]);
  let start = 0;
  let at = line;
  for (let end = bytes.indexOf(NEWLINE); end >= 0 && isGood(bytes.subarray(start, end));) {
    start = end + 1;
    at += 1;
    end = bytes.indexOf(NEWLINE, start);
  }
  let place = start;
  while (place < bytes.length) {
    const length = [1, 2, 3, 4].find((count) => isGood(bytes.subarray(place, place + count)));
    if (length === undefined) break;
    place += length;
  }
  return { line: at, byte: bytes[place] };
}

/** The bytes at the end of `chunk` that begin a character and do not end it. */
function beginningOf(chunk: Uint8Array): Uint8Array {
  for (let count = 1; count <= Math.min(LONGEST_BEGINNING, chunk.length); count += 1) {
    const byte = chunk[chunk.length - count] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return length > count ? chunk.subarray(chunk.length - count) : new Uint8Array(0);
  }
  return new Uint8Array(0);
}

/** By its mark, or by the zero bytes that no text in UTF-8 has. */
function isUtf16(chunk: Uint8Array): boolean {
  const [first, second] = chunk;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return chunk.subarray(0, 4).includes(0);
}

function newlines(bytes: Uint8Array): number {
  let count = 0;
  for (let place = bytes.indexOf(NEWLINE); place >= 0; place = bytes.indexOf(NEWLINE, place + 1)) count += 1;
  return count;
}

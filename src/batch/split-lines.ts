/**
 * Lines end at \n, or at \r\n. Node's readline also splits at U+2028 and U+2029, which JSON allows within a string.
 */
import { InputError } from './input-fault.js';

export interface Line {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** Characters of a row. Far more than the longest article; a file without line ends does not fill the memory. */
export const LONGEST_ROW = 16 * 1024 * 1024;

/** The last line needs no end. Throws InputError `row-too-long`. */
export async function* splitLines(chunks: AsyncIterable<string>): AsyncGenerator<Line> {
  let line = 1;
  let parts: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
      parts.push(chunk.slice(start, end));
      yield { text: withoutReturn(parts.join('')), line };
      [parts, length, start, line] = [[], 0, end + 1, line + 1];
    }
    parts.push(chunk.slice(start));
    length += chunk.length - start;
    if (length > LONGEST_ROW) throw new InputError({ kind: 'row-too-long', line, limit: LONGEST_ROW });
  }
  const last = parts.join('');
  if (last !== '') yield { text: withoutReturn(last), line };
}

function withoutReturn(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}

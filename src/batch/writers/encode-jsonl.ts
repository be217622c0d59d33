/** An output row as a line of JSON Lines, with its line end. */
import type { OutputRow } from '../output-row.js';
import { idJson } from '../row-id.js';

/** Every line begins so, which tells a line that was cut off from something else. */
export const LINE_START = '{"id":';

/** JSON allows both within a string. Node's readline and other readers of lines take them for line ends. */
const LINE_ENDS = /[\u2028\u2029]/g;

export function encodeJsonl({ id, ...row }: OutputRow): string {
  const line = `${LINE_START}${idJson(id)},${JSON.stringify(row).slice(1)}\n`;
  return line.replace(LINE_ENDS, (char) => `\\u${char.charCodeAt(0).toString(16)}`);
}

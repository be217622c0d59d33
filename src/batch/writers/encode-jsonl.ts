/** An output row as a line of JSON Lines, with its line end. */
import type { OutputRow } from '../output-row.js';
import { idJson } from '../row-id.js';

/** Every line begins so, which tells a line that was cut off from something else. */
export const LINE_START = '{"id":';

export function encodeJsonl({ id, ...row }: OutputRow): string {
  return `${LINE_START}${idJson(id)},${JSON.stringify(row).slice(1)}\n`;
}

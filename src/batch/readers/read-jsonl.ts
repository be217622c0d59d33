/** JSON Lines: one JSON object per line. Blank lines count, and are no rows. */
import type { BatchRow, RowKeys } from '../row.js';
import { splitLines } from '../split-lines.js';
import { readJsonRow } from './json-row.js';

export async function* readJsonl(text: AsyncIterable<string>, keys: RowKeys): AsyncGenerator<BatchRow> {
  for await (const { text: row, line } of splitLines(text)) {
    if (row.trim() !== '') yield readJsonRow(row, line, keys);
  }
}

/** Bytes or text of an input to its rows. */
import { decodeText } from './readers/decode-text.js';
import { keepBadRows } from './readers/keep-bad-rows.js';
import { readJson } from './readers/read-json.js';
import { readJsonl } from './readers/read-jsonl.js';
import { readTable } from './readers/read-table.js';
import { refuseOtherFormats } from './readers/refuse-other-formats.js';
import type { BatchRow, RowKeys } from './row.js';

type RowReader = (text: AsyncIterable<string>, keys: RowKeys) => AsyncIterable<BatchRow>;

/** A further format is one more line here. */
const READERS = { jsonl: readJsonl, json: readJson, csv: readTable, tsv: readTable } satisfies Record<
  string,
  RowReader
>;

export type InputFormat = keyof typeof READERS;

export const INPUT_FORMATS = Object.keys(READERS) as readonly InputFormat[];

/**
 * Holds one row at a time. Throws InputError where the input as a whole cannot be read. `isCertain`: the input has this format, even
 * if it begins with bad rows.
 */
export function readRows(
  chunks: AsyncIterable<string | Uint8Array>,
  format: InputFormat,
  keys: RowKeys,
  isCertain = false,
): AsyncGenerator<BatchRow> {
  const rows = READERS[format](decodeText(chunks), keys);
  return isCertain ? keepBadRows(rows) : refuseOtherFormats(rows);
}

/** The rows of an input whose format is known for sure, as a part of a larger one: a bad row is one bad row, wherever it is. */
import { InputError } from '../input-fault.js';
import type { BatchRow } from '../row.js';

/** Bad rows lose their `fault`, so that nothing refuses the input for it. Throws InputError `empty`. */
export async function* keepBadRows(rows: AsyncIterable<BatchRow>): AsyncGenerator<BatchRow> {
  let isEmpty = true;
  for await (const row of rows) {
    isEmpty = false;
    yield 'problem' in row ? { id: row.id, line: row.line, problem: row.problem } : row;
  }
  if (isEmpty) throw new InputError({ kind: 'empty' });
}

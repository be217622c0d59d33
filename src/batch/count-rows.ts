/** A look at the whole input before a row is scored: a fault in its last line costs seconds, not hours. */
import { InputError } from './input-fault.js';
import type { BatchRow } from './row.js';

/** Throws InputError, also for NaN as a value in any row: where a label is missing, many rows have it. */
export async function countRows(rows: AsyncIterable<BatchRow>): Promise<number> {
  let count = 0;
  for await (const row of rows) {
    count += 1;
    if ('fault' in row && row.fault?.kind === 'not-a-number') throw new InputError(row.fault);
  }
  return count;
}

/** Rows that a person wants scored again, though they are done. */
import { type BatchEntry, statusOf } from '../../../state/batch/batch-entry.js';

/** `failed`: those that failed in a run. `all`: those with a result too, of another model or other settings. */
export type Again = 'failed' | 'all';

/** By number. A row without its texts fails again. */
export function rowsAgain(entries: readonly BatchEntry[], again: Again): readonly number[] {
  return entries
    .filter((entry) => entry.score !== undefined && entry.problem === undefined)
    .filter((entry) => again === 'all' || statusOf(entry) === 'failed')
    .map(({ index }) => index);
}

/** The first records of an input, enough to guess its columns. */
import { guessColumns } from '../../batch/columns/guess-columns.js';
import { type AnyRecord, type InputRecord, readRecords } from '../../batch/readers/read-records.js';
import type { BatchInput, BatchStep } from './batch.js';
import { inputProblem } from '../../text/batch/input-fault-words.js';
import * as words from '../../text/batch/input-words.js';
import { chunksOf } from './chunks-of.js';

const LOOKED_AT = 100;

/** The next step of the page: columns to confirm, or what is wrong with the input. */
export async function readHead(input: BatchInput): Promise<BatchStep> {
  const head: AnyRecord[] = [];
  try {
    for await (const record of readRecords(chunksOf(input.blob))) {
      head.push(record);
      if (head.length === LOOKED_AT) break;
    }
  } catch (error) {
    return { kind: 'choose', problem: inputProblem(error, input.name) };
  }
  const rows = head.filter((record): record is InputRecord => 'values' in record).map(({ values }) => values);
  const columns = guessColumns(rows);
  if (columns) return { kind: 'columns', input, head, columns };
  const names = Object.keys(rows[0] ?? {});
  const isUnpaired = names.includes('decoded') && names.includes('expert_annotations');
  const why = isUnpaired ? words.SUMMEVAL_UNPAIRED : words.NO_TEXT_COLUMNS;
  return { kind: 'choose', problem: `${input.name}: ${why}` };
}

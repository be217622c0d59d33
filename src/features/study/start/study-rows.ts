/** Rows of an input as summaries by system. */
import { type Columns, EACH_SUMMARY } from '../../../batch/columns/columns.js';
import { guessColumns } from '../../../batch/columns/guess-columns.js';
import { mapRecord, type MappedRow } from '../../../batch/columns/map-record.js';
import { type AnyRecord, readRecords } from '../../../batch/readers/read-records.js';
import type { SummaryRow } from '../../../core/study/gather-articles.js';
import type { BatchInput } from '../../../state/batch/batch.js';
import { chunksOf } from '../../../state/batch/chunks-of.js';
import type { StudyColumns } from '../../../state/study/study-state.js';
import * as words from '../../../text/study/study-words.js';

/** With a second column of summaries, a record gives two rows, and the columns' names are the systems. */
export function mapStudyRecord(record: AnyRecord, columns: StudyColumns): readonly MappedRow[] {
  const { summary, second } = columns;
  if (second === null || summary === EACH_SUMMARY) return mapRecord(record, columns);
  return [summary, second].flatMap((name) =>
    mapRecord(record, { ...columns, summary: name, system: null }).map((row) => ({ ...row, system: name })),
  );
}

/**
 * With a second column of texts, where neither a column nor the columns' names say which system wrote a summary. The first of
 * the two columns is the first system.
 */
export function guessStudyColumns(head: readonly AnyRecord[], guess: Columns): StudyColumns {
  const columns = { ...guess, label: null, reference: null };
  const second = guessSecond(head, guess);
  const names = head.flatMap((record) => ('values' in record ? Object.keys(record.values) : []));
  const isBefore = second !== null && names.indexOf(second) < names.indexOf(columns.summary);
  return isBefore ? { ...columns, summary: second, second: columns.summary } : { ...columns, second };
}

function guessSecond(head: readonly AnyRecord[], columns: Columns): string | null {
  if (columns.summary === EACH_SUMMARY || columns.system !== null) return null;
  const rest = head.flatMap((record) => {
    if (!('values' in record)) return [];
    return [Object.fromEntries(Object.entries(record.values).filter(([name]) => name !== columns.summary))];
  });
  const guessed = guessColumns(rest);
  return guessed?.source === columns.source ? guessed.summary : null;
}

export interface StudyRows {
  readonly rows: readonly SummaryRow[];
  /** What was left out, in sentences. */
  readonly notes: readonly string[];
}

/** Throws what reading throws. */
export async function readStudyRows({ blob }: BatchInput, columns: StudyColumns): Promise<StudyRows> {
  const rows: SummaryRow[] = [];
  let leftOut = 0;
  let first = '';
  for await (const record of readRecords(chunksOf(blob))) {
    for (const { id, system, source, summary, line, problem } of mapStudyRecord(record, columns)) {
      if (problem === undefined && system !== null) {
        rows.push({ id: id === null ? null : String(id), system, source, summary });
        continue;
      }
      if (leftOut === 0) first = problem ?? words.noSystem(line);
      leftOut += 1;
    }
  }
  return { rows, notes: leftOut === 0 ? [] : [words.rowsLeftOut(leftOut, first)] };
}

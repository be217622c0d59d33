/** Texts of the table of a batch's rows: its filters, its columns, what its cells say. */
import type { RowFilter, SortColumn } from '../../state/batch/batch.js';
import type { BatchEntry, EntryStatus, StatusCounts } from '../../state/batch/batch-entry.js';
import { faultWords } from '../faults.js';
import { count, counted } from '../numbers.js';

export const TABLE_TITLE = 'Summaries';
export const FILTER = 'Which rows';
export function filters({
  scored,
  unscorable,
  failed,
  waiting,
}: StatusCounts): Readonly<Partial<Record<RowFilter, string>>> {
  return {
    all: `All ${count(scored + unscorable + failed + waiting)}`,
    scored: `Scored ${count(scored)}`,
    'no-score': `No score ${count(unscorable + failed)}`,
    waiting: `Waiting ${count(waiting)}`,
  };
}
export function setFilters(positive: number, negative: number): Readonly<Partial<Record<RowFilter, string>>> {
  return { positive: `S+ ${count(positive)}`, negative: `S− ${count(negative)}` };
}
export const RANGE_LABEL = 'Rows by QUALS';
export const RANGE = { min: 'from', max: 'to' } as const;
export const RANGE_CLEAR = 'All scores';
export const RANGE_CROSSED = 'The first number is higher than the second, so no row fits.';
export const SEARCH = 'Find in the rows';
export const COLUMN_NAMES: Readonly<Record<SortColumn | 'summary', string>> = {
  row: 'Row',
  id: 'Id',
  system: 'System',
  summary: 'Summary',
  words: 'Article words',
  label: 'Label',
  status: 'Status',
  quals: 'QUALS',
  seconds: 'Time',
};
export const STATUS: Readonly<Record<EntryStatus | 'scoring', string>> = {
  scored: 'Scored',
  unscorable: 'No score',
  failed: 'Failed',
  waiting: 'Waiting',
  scoring: 'Scoring',
};
export const NO_SCORE = 'no score';
export const EMPTY_TEXT = 'empty';

export function statusNote({ problem, score }: BatchEntry): string {
  if (problem !== undefined) return problem;
  switch (score?.outcome) {
    case 'scored':
      return counted(score.pairs, 'pair');
    case 'unscorable':
      return `none of ${counted(score.written, 'question')} could be kept`;
    case 'failed':
      return faultTitle(score.code) ?? score.message;
    default:
      return '';
  }
}

function faultTitle(code: string): string | undefined {
  try {
    return faultWords({ code: code as Parameters<typeof faultWords>[0]['code'], detail: '' }).title;
  } catch {
    return undefined;
  }
}

export function tableFoot(shown: number, rows: number): string {
  const which = shown === rows ? counted(rows, 'row') : `${count(shown)} of ${counted(rows, 'row')}`;
  return `${which}. A heading sorts. Enter opens a row’s full result.`;
}
export const NOTHING_FITS = 'No row fits. Change the filter, the range or the search.';
/** Of a row that has no result to open. `row`: from 1; `why`: its status note. */
export function failedRow(row: number, why: string): string {
  return `Row ${count(row)} failed. ${why.replace(/[^.!?]$/u, '$&.')}`;
}
export const NOT_STORED = 'The full result of this row is not stored.';

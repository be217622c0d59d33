/** Texts of the open batch: its run, its table. */
import type { HaltReason, RowFilter, SortColumn } from '../../state/batch/batch.js';
import type { BatchEntry, EntryStatus, StatusCounts } from '../../state/batch/batch-entry.js';
import { describeMethod } from '../../core/method/scoring-method.js';
import { type Columns, EACH_SUMMARY } from '../../batch/columns/columns.js';
import { faultWords } from '../faults.js';
import { count, counted } from '../numbers.js';

export function inputLine(name: string, { source, summary, reference }: Columns): string {
  const summaries = summary === EACH_SUMMARY ? 'summaries in “summary:…”' : `summary in “${summary}”`;
  return `${name}, article in “${source}”, ${summaries}${reference === null ? '' : `, reference in “${reference}”`}`;
}
export const CHANGE_COLUMNS = 'Choose other rows';

export function doneTitle(done: number, rows: number): string {
  if (done === rows) return rows === 1 ? 'The summary is done.' : `All ${count(rows)} summaries are done.`;
  return `${count(done)} of ${counted(rows, 'summary', 'summaries')} ${done === 1 ? 'is' : 'are'} done.`;
}
export const PROGRESS = 'Rows that are done';

export function startLabel(waiting: number, done: number): string {
  return done === 0 ? `Score ${counted(waiting, 'row')}` : `Go on with ${counted(waiting, 'row')}`;
}
export const PAUSE = 'Pause';
export const PAUSING = 'Pausing after this row';
export const STOP = 'Stop';
export const STOPPING = 'Stopping';
export const TRY_FAILED = 'Try failed rows again';
export function exportLabel(format: string, rows: number): string {
  return `Export ${counted(rows, 'row')} as ${format}`;
}

export const MODEL_LOADS = 'The model is being prepared. Rows are scored as soon as it is ready.';
export function elapsed(seconds: number): string {
  return `${duration(seconds)} elapsed`;
}
export function left(seconds: number): string {
  return `about ${duration(seconds)} left`;
}
export function perRow(seconds: number): string {
  return `${seconds.toFixed(1)}\u00a0s a summary`;
}
export function countsLine({ scored, unscorable, failed }: StatusCounts): string {
  return `${count(scored)} scored, ${count(unscorable)} without a score, ${count(failed)} failed`;
}
export const SAVED_NOTE = 'Each finished row is stored on this device. You can close the page and go on later.';
export function runningRow({ index, system }: BatchEntry, phase: string): string {
  const by = system === null ? '' : ` (${system})`;
  return `Row ${count(index + 1)}${by}: ${phase}`;
}

/** For a screen reader, in steps of a tenth. */
export function progressHeard(done: number, rows: number): string {
  return `${count(done)} of ${counted(rows, 'row')} done`;
}
export const ENDED = {
  pause: 'Paused. The other rows wait.',
  stop: 'Stopped. The row that ran waits again.',
  end: 'The run is over.',
} as const;

const PHASES: Readonly<Record<string, string>> = {
  'read-summary': 'reading the summary',
  'write-pairs': 'writing questions',
  'keep-pairs': 'choosing questions',
  'read-source': 'reading the article',
  'force-score': 'comparing',
  answer: 'finding the model’s own answers',
};
export function phaseWords(phase: string): string {
  return PHASES[phase] ?? 'starting';
}

export interface HaltWords {
  readonly title: string;
  readonly reason: string;
  readonly detail: string;
}
export function haltWords(reason: HaltReason): HaltWords {
  switch (reason.kind) {
    case 'fault': {
      const { title, reason: why } = faultWords(reason.fault);
      return { title, reason: `${why} ${KEPT}`, detail: `${reason.fault.code}: ${reason.fault.detail}` };
    }
    case 'other-method':
      return {
        title: 'This batch was scored with another model or other settings',
        reason: `Its rows: ${describeMethod(reason.before)}. Now: ${describeMethod(reason.now)}. These scores are not comparable. Go back to the earlier model and settings, or score all rows again.`,
        detail: '',
      };
    case 'busy':
      return {
        title: 'The model scores something else now',
        reason: `Try again when it has ended. ${KEPT}`,
        detail: '',
      };
    case 'other-tab':
      return {
        title: 'Another tab scores a batch',
        reason: `Only one tab at a time can score a batch. Pause it there, or wait. ${KEPT}`,
        detail: '',
      };
    case 'gone':
      return { title: 'This batch was deleted in another tab', reason: 'Choose its file again.', detail: '' };
    case 'storage':
      return {
        title: 'The browser could not store or read rows',
        reason:
          'The device may be full, or the browser refuses storage. Export the finished rows, free some space, then go on.',
        detail: reason.detail,
      };
  }
}
const KEPT = 'Finished rows are kept.';
export const SCORE_ALL_AGAIN = 'Score all rows again';
export const SCORE_ALL_SURE = 'Delete the results of all rows, and score the rows again?';
export const SCORE_ALL_YES = 'Delete and score again';
export const SCORE_ALL_NO = 'Keep the results';
export const AGAIN = 'Try again';

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
/** "40 s", "12 min", "1 h 58 min" */
export function duration(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))}\u00a0s`;
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes}\u00a0min` : `${hours}\u00a0h ${minutes % 60}\u00a0min`;
}

/** Texts of the run over a batch: its head, its controls, how far it is, its exports. */
import type { BatchEntry, StatusCounts } from '../../state/batch/batch-entry.js';
import { type Columns, EACH_SUMMARY } from '../../batch/columns/columns.js';
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

/** "40 s", "12 min", "1 h 58 min" */
function duration(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))}\u00a0s`;
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes}\u00a0min` : `${hours}\u00a0h ${minutes % 60}\u00a0min`;
}

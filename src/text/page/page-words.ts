/** Texts of the page frame. */
import { count, signed } from '../numbers.js';

export const NAV = {
  label: 'Pages',
  /** In this order. */
  places: {
    form: 'Score',
    compare: 'Compare',
    batch: 'Batch',
    rate: 'Rate',
    history: 'History',
    measures: 'How QUALS compares',
    help: 'How it works',
  },
  result: 'The result is ready',
} as const;
export const SKIP = 'Skip to the content';
export const FOOT = 'QUALS in the browser. Free software under the Apache licence, version 2.0.';

/** The title of the window. */
export const WINDOW = {
  plain: 'QUALS in the browser',
  compare: 'Compare · QUALS',
  comparing: (number: number, all: number): string => `${number} of ${all} · Compare · QUALS`,
  rows: 'Batch · QUALS',
  history: 'History · QUALS',
  rate: 'Rate · QUALS',
  help: 'How it works · QUALS',
  measures: 'How QUALS compares',
  batch: (done: number, rows: number): string => `${done} of ${rows} rows · QUALS`,
  running: (finished: number, paths: number): string => `${finished} of ${paths} · QUALS`,
  scored: (quals: number): string => `${signed(quals)} · QUALS`,
} as const;

/** Where a person opens a result while the form scores: the result of that run would take its place. */
export const RUN_GOES_ON =
  'A summary is being scored. Wait until that ends, or stop it on the page “Score”. Then open this result.';

/** The same, where the part that was asked to open it is gone. It is true after the run too. `name`: '' for no name. */
export function notOpenedInRun(name: string): string {
  return `${opened(name)} was not opened, because a summary was being scored. Open it again when that run has ended.`;
}
/** The browser stored it, but does not give it back. `name`: '' for no name. */
export function notReadToOpen(name: string): string {
  return `${opened(name)} was not opened: the browser could not read what it stored on this device. Try again, or reload the page first.`;
}
function opened(name: string): string {
  return name === '' ? 'The result' : `“${name}”`;
}
export const CLOSE = 'Close';

/** Above a result that was opened from a batch. `row`: from 1. */
export function backToBatch(row: number, name: string): string {
  return `Back to row ${count(row)} of ${name}`;
}

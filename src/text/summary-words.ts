/** Texts of the marked summary, the gap bar and the calibration chart. */
import type { ScoredPair } from '../core/score.js';
import { percent, signed } from './numbers.js';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** Legend of the marked summary: each step names its widest gap. */
export const GAP_LEGEND = {
  label: 'Gap between article and summary',
  step: (lowest: number | undefined): string =>
    lowest === undefined ? `below ${signed(-2, 0)}` : `to ${signed(lowest, 2)}`,
  smaller: 'smaller gap',
  larger: 'larger gap',
  unmarked: 'Unmarked words: no question about them was kept.',
} as const;

/** For screen readers, after a marked answer: "gap −2.6, pairs 1 and 2". Answers that overlap others are named. */
export function spokenMark(answer: string | undefined, gap: number, numbers: readonly number[]): string {
  const named = answer === undefined ? '' : `“${answer}”, `;
  const pairs = `${numbers.length === 1 ? 'pair' : 'pairs'} ${list.format(numbers.map(String))}`;
  return ` (${named}gap ${signed(gap, 1)}, ${pairs}) `;
}

/** The accessible name of a pair's number. */
export function pairName(number: number, pair: ScoredPair): string {
  return `Pair ${number}: ${pair.question} ${pair.answer}, gap ${signed(pair.quals)}`;
}

export function gapName(value: number): string {
  return `gap ${signed(value)}`;
}

export const CALIBRATION = {
  thisSummary: 'this summary',
  beyond: 'this summary, outside the rated range',
  columns: 'Columns: rated summaries; above, judged consistent; below, not.',
  name: (quals: number, share: number, low: number, high: number, rated: number): string =>
    `Of ${rated} rated summaries, people judged about ${percent(share)} of those that score like this one ` +
    `(${signed(quals)}) consistent; 95 % interval ${percent(low)} to ${percent(high)}.`,
  nameWithoutScore: (rated: number): string =>
    `How often people judged a summary consistent, by its QUALS, from ${rated} rated summaries.`,
} as const;

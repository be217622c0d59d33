/** Texts of the marked summary, the gap bar and the calibration chart. */
import type { ScoredPair } from '../../core/score.js';
import { count, percent, signed } from '../numbers.js';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** Legend of the marked summary: how many times less likely the words of a step are given the article, at most. */
export const GAP_LEGEND = {
  label: 'Times less likely given the article',
  to: (factor: number): string => `to ${count(factor)}`,
  over: (factor: number): string => `over ${count(factor)}`,
  unmarked: 'Unmarked words: no question about them was kept.',
} as const;

/** Label of a sentence of the summary that is in the article word for word. */
export const VERBATIM = {
  label: '(word for word in the article)',
  legend: 'A sentence that is in the article word for word is not marked, however likely its words are.',
} as const;

/**
 * Heard after a marked answer: "gap −2.6, darkest word “six”, pairs 1 and 2". Answers that overlap others are named; `gap` is undefined for
 * an answer that is not marked, `darkest` where no word of several is marked. `numbers`: none where no list of pairs is beside the summary.
 */
export function spokenMark(
  answer: string | undefined,
  gap: number | undefined,
  darkest: string | undefined,
  numbers: readonly number[],
): string {
  if (gap === undefined && numbers.length === 0) return '';
  const parts = [
    answer && `“${answer}”`,
    gap !== undefined && `gap ${signed(gap, 1)}`,
    gap !== undefined && darkest && `darkest word “${darkest}”`,
    numbers.length > 0 && `${numbers.length === 1 ? 'pair' : 'pairs'} ${list.format(numbers.map(String))}`,
  ];
  return ` (${parts.filter(Boolean).join(', ')}) `;
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
  columns: 'Columns: rated summaries, judged consistent above, the others below.',
  name: (quals: number, share: number, low: number, high: number, rated: number): string =>
    `Of ${rated} rated summaries, people judged about ${percent(share)} of those that score like this one ` +
    `(${signed(quals)}) consistent; 95 % interval ${percent(low)} to ${percent(high)}.`,
  nameWithoutScore: (rated: number): string =>
    `How often people judged a summary consistent, by its QUALS, from ${rated} rated summaries.`,
} as const;

/** The exported picture of the marked summary. */
export const SUMMARY_PICTURE = {
  title: 'Where in the summary the article gives its answers less probability',
  numbers: 'Small numbers: the pairs of question and answer, numbered from the widest gap.',
  describe: (text: string, pairs: readonly ScoredPair[]): string =>
    `${text} ${pairs.map((pair, index) => pairName(index + 1, pair)).join('. ')}.`,
} as const;

/** The exported picture of the score among rated summaries. */
export const CALIBRATION_PICTURE = {
  title: 'Share of summaries that people judged consistent, by QUALS',
  legend: `Line: share judged consistent. Band: its 95 % confidence interval. ${CALIBRATION.columns}`,
} as const;

/** Texts of a study's results. */
import type { Verdict } from '../../core/study/study.js';
import { count, counted, percent, signed } from '../numbers.js';

export const RESULTS = 'Results';
export const HIDDEN =
  'Results show which system is which and what others answered, so they stay hidden until you ask for them.';
export const hiddenFor = (names: readonly string[]): string =>
  `${names.join(', ')} ${names.length === 1 ? 'has' : 'have'} not finished. Who sees results before the end is not blind, and is marked so in the results and in exports.`;
export const SHOW = 'Show results';
export const SHOW_ANYWAY = 'Show results anyway';
export const NOTHING = 'There are no answers yet.';
export const COMPUTING = 'Computing the results';

export function comparedWords(systems: readonly [string, string]): string {
  return `Share of answers that call the summary by ${systems[0]} better than, equal to, or worse than the one by ${systems[1]}.`;
}
export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = { first: 'Better', equal: 'Equal', second: 'Worse' };
export const FIGURE_LABEL = 'Shares of better, equal and worse on three axes. The same numbers are in the table below.';
export const LOADING_FIGURE = 'Drawing the figure';
export const FIGURE_FAILED = 'The figure could not be loaded. The numbers are in the table below.';

export const SHARES_TITLE = 'Shares';
export const SHARES_HEAD = ['Axis', 'Answer', 'n', 'Share', '95 % interval'] as const;
export const SHARES_NOTE =
  'Each answer of each annotator counts once. Intervals: percentile bootstrap over articles, 2,000 draws. Skipped articles count for nothing. A share of 0 % or 100 % has no bootstrap interval: all draws are equal.';

export const AGREEMENT_TITLE = 'Agreement between annotators';
export const AGREEMENT_HEAD = [
  'Axis',
  'Articles with two or more answers',
  'Krippendorff’s α, nominal',
  '95 % interval',
  'α, ordinal',
  '95 % interval',
] as const;
export const AGREEMENT_NOTE =
  'α is 1 for full agreement and 0 for what chance gives. Ordinal: better and worse differ more than better and equal. Krippendorff counts α from .800 as reliable and from .667 as good enough for tentative conclusions.';
export const NO_ALPHA = 'no value';
export const NO_ALPHA_NOTE = 'No value: fewer than two annotators answered the same article, or all answers are equal.';

export const EXPORT_CSV = 'Export all answers as CSV';
export function includedWords(annotators: number, unfinished: readonly string[], notBlind: readonly string[]): string {
  const open = unfinished.length === 0 ? '' : ` Not finished: ${unfinished.join(', ')}.`;
  const seen = notBlind.length === 0 ? '' : ` Saw results before the end: ${notBlind.join(', ')}.`;
  return `${counted(annotators, 'annotator')}.${open}${seen}`;
}

export const countOf = (votes: number, all: number): string => `${count(votes)} of ${count(all)}`;
export function share(value: number): string {
  if (value === 0 || value === 1) return `${value * 100}\u202f%`;
  return percent(value);
}
export function shareInterval(value: number, interval: { readonly low: number; readonly high: number } | null): string {
  if (value === 0 || value === 1) return NO_INTERVAL;
  return interval ? `${share(interval.low)} to ${share(interval.high)}` : TOO_FEW;
}
export const alpha = (value: number): string => (Number.isNaN(value) ? NO_ALPHA : signed(value));
export function alphaInterval(value: number, interval: { readonly low: number; readonly high: number } | null): string {
  if (Number.isNaN(value)) return '';
  return interval ? `${signed(interval.low)} to ${signed(interval.high)}` : TOO_FEW;
}
const NO_INTERVAL = 'none';
const TOO_FEW = 'too few articles';

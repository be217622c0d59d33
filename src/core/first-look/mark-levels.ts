/** Levels of a word's mark, and when a mark may claim something. */
import type { ScoredSpan } from './word-marks.js';

export type MarkLevel = 'strong' | 'weak' | 'none';

/** A lower limit of a level, measured on judged texts (`python -m qagen calibrate_support`). */
interface FittedLevel {
  /** Probability from which on a word has this level. */
  readonly from: number;
  /** Share of the tokens from there on that are wrong in the judged texts, 0 to 1. */
  readonly wrong: number;
}

/** Missing levels: no probability separates enough wrong tokens from the others. */
export interface MarkLevels {
  readonly weak?: FittedLevel | undefined;
  readonly strong?: FittedLevel | undefined;
}

/** The part of a first look that has marks. */
interface Marked {
  readonly words: readonly ScoredSpan[];
  readonly levels?: MarkLevels | undefined;
}

/** For a head without a calibration, whose levels are undefined. They order the words; nothing is known about how often they are right. */
const UNFITTED = { weak: 0.5, strong: 0.8 };

export function markLevel(probability: number, levels: MarkLevels | undefined): MarkLevel {
  const { strong, weak } = limitsOf(levels);
  if (probability >= strong) return 'strong';
  return probability >= weak ? 'weak' : 'none';
}

function limitsOf(levels: MarkLevels | undefined): { readonly weak: number; readonly strong: number } {
  if (!levels) return UNFITTED;
  const strong = levels.strong?.from ?? Infinity;
  return { strong, weak: Math.min(levels.weak?.from ?? Infinity, strong) };
}

/** The likeliest first. */
export function wordsOfLevel({ words, levels }: Marked, level: MarkLevel): ScoredSpan[] {
  return words
    .filter(({ probability }) => markLevel(probability, levels) === level)
    .sort((a, b) => b.probability - a.probability);
}

/** Words that are more likely wrong than right by judged texts, the likeliest first. None without fitted levels: no claim then. */
export function confidentWords(look: Marked): ScoredSpan[] {
  return (look.levels?.strong?.wrong ?? 0) > 0.5 ? wordsOfLevel(look, 'strong') : [];
}

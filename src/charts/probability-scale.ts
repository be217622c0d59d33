/**
 * The probability axis. The linear scale shows likely tokens; the log scale shows unlikely ones, and its stem lengths are the token
 * differences.
 */
import type { ScoredPair } from '../core/score.js';
import { marksOf, type Extent, type Unit } from './marks.js';

export type Scale = 'linear' | 'log';

/** Probabilities that look like 0 on a linear axis. */
const UNSEEN = Math.log(0.01);

/** 10^-exponent is the lower end of the log axis: the smallest drawn probability, with room below its ring. At least 1. */
export function sharedExponent(pairs: readonly ScoredPair[], unit: Unit, extent: Extent): number {
  const logs = pairs.flatMap((pair) => marksOf(pair, unit, extent).flatMap((m) => [m.summaryLogProb, m.sourceLogProb]));
  const decades = -logs.reduce((a, b) => Math.min(a, b), 0) / Math.LN10;
  return Math.max(1, Math.ceil(Math.max(decades + 0.9, decades * 1.12)));
}

/** Log if an answer token is so unlikely that a linear axis would hide how unlikely. */
export function suggestedScale(pairs: readonly ScoredPair[]): Scale {
  const answers = pairs.flatMap((pair) => pair.tokens.filter(({ part }) => part === 'answer'));
  return answers.some((token) => Math.min(token.summaryLogProb, token.sourceLogProb) < UNSEEN) ? 'log' : 'linear';
}

/** Height as a share of the axis, 1 at probability 1. Below the end of the log axis: 0. */
export function shareOfAxis(logProb: number, scale: Scale, exponent: number): number {
  if (scale === 'linear') return Math.exp(logProb);
  return Math.max(0, 1 + logProb / (exponent * Math.LN10));
}

export interface Tick {
  readonly share: number;
  /** The probability is 10^power, or `value` on a linear axis. */
  readonly power?: number;
  readonly value?: number;
}

/** Quarters of 0 to 1, or powers of ten, at most eight steps. */
export function ticks(scale: Scale, exponent: number): Tick[] {
  if (scale === 'linear') return [0, 0.25, 0.5, 0.75, 1].map((value) => ({ share: value, value }));
  const step = Math.ceil(exponent / 8);
  const powers = Array.from({ length: Math.floor(exponent / step) + 1 }, (_, index) => index * step);
  return powers.map((power) => ({ share: 1 - power / exponent, power: -power }));
}

/** Human judgements of summaries with similar scores, and what they say about a new score. Made by training/qagen/calibrate.py. */
import type { Protocol, ProtocolName } from './protocol.js';

export interface CalibrationPoint {
  readonly quals: number;
  /** Share of similar rated summaries that people judged consistent, and its 95 % confidence interval; 0 to 1. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** Number of rated summaries near this value, and how many of them were judged consistent. */
  readonly near: number;
  readonly nearConsistent: number;
}

export interface Calibration {
  /** The method that scored the rated summaries. Scores of another method are not comparable. */
  readonly protocol: ProtocolName;
  readonly paths: number;
  /** Ascending in `quals`; at least one. */
  readonly points: readonly CalibrationPoint[];
  /** QUALS of the rated summaries, by human judgement. */
  readonly rated: { readonly consistent: readonly number[]; readonly inconsistent: readonly number[] };
}

export type Judgement = Omit<CalibrationPoint, 'quals'>;

/** Linear between two points, constant beyond the ends. Counts are those of the nearer point. */
export function judgementAt({ points }: Pick<Calibration, 'points'>, quals: number): Judgement {
  const after = points.findIndex((point) => point.quals >= quals);
  const upper = points[after === -1 ? points.length - 1 : after];
  const lower = points[after === -1 ? points.length - 1 : Math.max(0, after - 1)];
  if (!lower || !upper) throw new RangeError('A calibration has at least one point.');
  const width = upper.quals - lower.quals;
  const part = width === 0 ? 0 : Math.min(1, Math.max(0, (quals - lower.quals) / width));
  const between = (key: 'share' | 'low' | 'high'): number => lower[key] + part * (upper[key] - lower[key]);
  const { near, nearConsistent } = part < 0.5 ? lower : upper;
  return { share: between('share'), low: between('low'), high: between('high'), near, nearConsistent };
}

/** The calibration with the method of the score; undefined if there is none. */
export function calibrationOf(all: readonly Calibration[], { name, search }: Protocol): Calibration | undefined {
  return all.find(({ protocol, paths }) => protocol === name && paths === search.paths);
}

/** ROC-AUC: the share of couples (one consistent, one inconsistent summary) in which the consistent one scores higher; ties count half. */
export function orderedShare({ rated }: Pick<Calibration, 'rated'>): number {
  const couples = rated.consistent.length * rated.inconsistent.length;
  if (couples === 0) throw new RangeError('No couple of a consistent and an inconsistent summary.');
  let ordered = 0;
  for (const higher of rated.consistent)
    for (const lower of rated.inconsistent) ordered += higher > lower ? 1 : higher === lower ? 0.5 : 0;
  return ordered / couples;
}

export function ratedCount({ rated }: Pick<Calibration, 'rated'>): number {
  return rated.consistent.length + rated.inconsistent.length;
}

/** What people said of summaries that score like this: `calibration.json` beside the model's files. */
import { atom } from 'nanostores';
import { array, boolean, type InferOutput, integer, minLength, number, object, pipe, readonly } from 'valibot';
import { areComparable, MATCHED, type Protocol } from '../core/protocol.js';

const POINT = object({
  quals: number(),
  /** Share of summaries that people judged consistent, with its 95 % interval; 0 to 1. */
  share: number(),
  low: number(),
  high: number(),
  /** Rated summaries near this score, and how many of them were judged consistent. */
  near: pipe(number(), integer()),
  nearConsistent: pipe(number(), integer()),
});

/** `points` in rising order of `quals`. */
export const CALIBRATION = object({
  points: pipe(array(POINT), minLength(2), readonly()),
  rated: pipe(array(object({ quals: number(), consistent: boolean() })), readonly()),
});

export type Calibration = InferOutput<typeof CALIBRATION>;
export type Judgement = Omit<Calibration['points'][number], 'quals'>;

/** Undefined where the model comes without one: then the page says the number alone. */
export const $calibration = atom<Calibration | undefined>(undefined);

/** Between two points on a straight line; beyond the ends, the end. Counts are those of the nearer point. */
export function judgementAt({ points }: Calibration, quals: number): Judgement {
  const after = points.findIndex((point) => point.quals >= quals);
  const upper = points[after === -1 ? points.length - 1 : after];
  const lower = points[after === -1 ? points.length - 1 : Math.max(0, after - 1)];
  if (!lower || !upper) throw new RangeError('A calibration has at least two points.');
  const width = upper.quals - lower.quals;
  const part = width === 0 ? 0 : Math.min(1, Math.max(0, (quals - lower.quals) / width));
  const between = (key: 'share' | 'low' | 'high'): number => lower[key] + part * (upper[key] - lower[key]);
  const { near, nearConsistent } = part < 0.5 ? lower : upper;
  return { share: between('share'), low: between('low'), high: between('high'), near, nearConsistent };
}

/** Labelled summaries were scored with 60 paths and the matched protocol; other scores are not comparable. */
export function isCalibrated(protocol: Protocol): boolean {
  return areComparable(protocol, MATCHED);
}

/**
 * Human judgements of summaries with similar scores, and what they say about a new score.
 * training/qagen/steps/ship/calibrate.py writes them.
 */
import { MATCHED } from '../protocol.js';
import { methodOf, sameMethod, type ScoringMethod } from '../method/scoring-method.js';

/**
 * With fewer kept pairs there is no verdict: 987 of the 990 rated summaries keep ten or more (60 paths), so nothing was measured
 * there. Of those, k pairs drawn at random, read by the whole calibration (model 0.3.0, matched): ROC-AUC .631, .651, .659, .668,
 * .672, .676 for k = 1 to 6 and .683 for 10; calibration error (five bins) .102, .077, .065, .056, .053, .043 and .030.
 * From six on the AUC is within .01 of that of ten, and the error below .05. docs/metric.md has the table.
 */
export const LEAST_PAIRS = 6;

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

/** People's judgements of summaries by what the support head says of them. It reads the texts alone, so one serves all protocols. */
export interface SupportJudgements {
  /** Ascending in `supported`, the head's probability that the article supports the summary; at least one. */
  readonly points: readonly (Judgement & { readonly supported: number })[];
}

export interface Calibration {
  /** The method that scored the rated summaries. Scores of another method are not comparable. */
  readonly method: ScoringMethod;
  /** Ascending in `quals`; at least one. */
  readonly points: readonly CalibrationPoint[];
  /** QUALS of the rated summaries, by human judgement. */
  readonly rated: { readonly consistent: readonly number[]; readonly inconsistent: readonly number[] };
  /** Of the same model; undefined for one without a support head. */
  readonly support?: SupportJudgements | undefined;
}

export type Judgement = Omit<CalibrationPoint, 'quals'>;

/** Linear between two points, constant beyond the ends. Counts are those of the nearer point. */
export function judgementAt({ points }: Pick<Calibration, 'points'>, quals: number): Judgement {
  return between(points, (point) => point.quals, quals);
}

/** As `judgementAt`, by the head's probability that the article supports the summary. */
export function judgementOfSupport({ points }: SupportJudgements, supported: number): Judgement {
  return between(points, (point) => point.supported, supported);
}

function between<Point extends Judgement>(
  points: readonly Point[],
  place: (point: Point) => number,
  value: number,
): Judgement {
  const after = points.findIndex((point) => place(point) >= value);
  const upper = points[after === -1 ? points.length - 1 : after];
  const lower = points[after === -1 ? points.length - 1 : Math.max(0, after - 1)];
  if (!lower || !upper) throw new RangeError('A calibration has at least one point.');
  const width = place(upper) - place(lower);
  const part = width === 0 ? 0 : Math.min(1, Math.max(0, (value - place(lower)) / width));
  const at = (key: 'share' | 'low' | 'high'): number => lower[key] + part * (upper[key] - lower[key]);
  const { near, nearConsistent } = part < 0.5 ? lower : upper;
  return { share: at('share'), low: at('low'), high: at('high'), near, nearConsistent };
}

/** True if every rated summary that people judged consistent scores higher. */
export function isBelowConsistent({ rated }: Pick<Calibration, 'rated'>, quals: number): boolean {
  return quals < Math.min(...rated.consistent);
}

/** The one made with the same method as the score; undefined where there is none. */
export function calibrationOf(all: readonly Calibration[], method: ScoringMethod): Calibration | undefined {
  return all.find((each) => sameMethod(each.method, method));
}

/** Of this model, whatever the other settings of a score. */
export function supportJudgements(
  all: readonly Calibration[],
  model: ScoringMethod['model'],
): SupportJudgements | undefined {
  return all.find(({ method }) => method.model.id === model.id && method.model.version === model.version)?.support;
}

/** The one of the standard protocol, to explain scores before there is one; undefined where there is none. */
export function standardCalibration(all: readonly Calibration[]): Calibration | undefined {
  return all.find(({ method }) => {
    const { model, normalisation } = method;
    return sameMethod(method, { ...methodOf(MATCHED, model), normalisation });
  });
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

/** Where everything of the calibration chart stands. Pure; CSS pixels. */

/** What calibration.json says at one QUALS value. */
export interface CalibrationPoint {
  readonly quals: number;
  /** Share of rated summaries like it that people judged consistent, and its 95 % interval; 0 to 1. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** Rated summaries near this value, and how many of them were judged consistent. */
  readonly near: number;
  readonly nearConsistent: number;
}

export interface Calibration {
  /** Rising in `quals`; at least one. */
  readonly points: readonly CalibrationPoint[];
  readonly rated: readonly { readonly quals: number; readonly consistent: boolean }[];
}

export interface CalibrationLayout {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** SVG path data. */
  readonly curve: string;
  readonly band: string;
  /** One subpath a rated summary: above the plot those judged consistent, below it the others. */
  readonly rugConsistent: string;
  readonly rugInconsistent: string;
  readonly xTicks: readonly { readonly x: number; readonly value: number }[];
  readonly yTicks: readonly { readonly y: number; readonly value: number }[];
  readonly score:
    { readonly x: number; readonly y: number; readonly share: number; readonly outside: boolean } | undefined;
}

const LEFT = 44;
const RIGHT = 8;
const TOP = 32;
const FOOT = 36;
const RUG = 6;
const RUG_GAP = 3;

/** By straight lines between the points; beyond the first and last, theirs. */
export function calibratedAt(
  points: readonly CalibrationPoint[],
  quals: number,
): { share: number; low: number; high: number } {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) throw new RangeError('A calibration needs at least one point.');
  if (quals <= first.quals) return first;
  if (quals >= last.quals) return last;
  const after = points.findIndex((point) => point.quals >= quals);
  const b = points[after] as CalibrationPoint;
  const a = points[after - 1] as CalibrationPoint;
  const t = (quals - a.quals) / (b.quals - a.quals);
  const mix = (key: 'share' | 'low' | 'high'): number => a[key] + t * (b[key] - a[key]);
  return { share: mix('share'), low: mix('low'), high: mix('high') };
}

export function layoutCalibration(
  { points, rated }: Calibration,
  quals: number | undefined,
  width: number,
  height: number,
): CalibrationLayout {
  const [from, to, step] = domain(points);
  const right = width - RIGHT;
  const bottom = height - FOOT;
  const within = (value: number): number => Math.min(to, Math.max(from, value));
  const x = (value: number): number => LEFT + ((within(value) - from) / (to - from)) * (right - LEFT);
  const y = (share: number): number => bottom - share * (bottom - TOP);
  const at = (a: number, b: number): string => `${round(a)} ${round(b)}`;
  const along = (key: 'share' | 'low' | 'high', list = points): string[] => list.map((p) => at(x(p.quals), y(p[key])));
  const rug = (consistent: boolean, top: number): string =>
    rated
      .filter((each) => each.consistent === consistent)
      .map((each) => `M${at(x(each.quals), top)}v${RUG}`)
      .join('');
  const shown = quals === undefined ? undefined : calibratedAt(points, quals).share;
  return {
    left: LEFT,
    right,
    top: TOP,
    bottom,
    curve: `M${along('share').join('L')}`,
    band: `M${along('high').join('L')}L${along('low', [...points].reverse()).join('L')}Z`,
    rugConsistent: rug(true, TOP - RUG_GAP - RUG),
    rugInconsistent: rug(false, bottom + RUG_GAP),
    xTicks: steps(from, to, step).map((value) => ({ x: x(value), value })),
    yTicks: [0, 0.5, 1].map((value) => ({ y: y(value), value })),
    score:
      quals === undefined || shown === undefined
        ? undefined
        : { x: x(quals), y: y(shown), share: shown, outside: quals < from || quals > to },
  };
}

/** From and to in whole steps around the points. */
function domain(points: readonly CalibrationPoint[]): [number, number, number] {
  const values = points.map(({ quals }) => quals);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const step = high - low > 4 ? 1 : high - low > 1.5 ? 0.5 : 0.25;
  const from = Math.floor(low / step) * step;
  return [from, Math.max(from + step, Math.ceil(high / step) * step), step];
}

function steps(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => from + index * step);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

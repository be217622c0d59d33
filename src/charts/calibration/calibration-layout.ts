/** Positions in the calibration chart. Pure; CSS pixels. */
import { type Calibration, type CalibrationPoint, judgementAt } from '../../core/judgement/calibration.js';

export interface CalibrationLayout {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** SVG path data. */
  readonly curve: string;
  readonly band: string;
  /** Columns of rated summaries, on one scale: consistent ones above the plot, the others below. */
  readonly ratedConsistent: string;
  readonly ratedInconsistent: string;
  readonly xTicks: readonly { readonly x: number; readonly value: number }[];
  readonly yTicks: readonly { readonly y: number; readonly value: number }[];
  readonly score:
    { readonly x: number; readonly y: number; readonly share: number; readonly outside: boolean } | undefined;
}

const LEFT = 44;
const RIGHT = 8;
const TOP = 32;
const FOOT = 36;
const COLUMN_GAP = 3;
const TALLEST_COLUMN = 10;
/** Width of a column plus the gap after it. */
export const COLUMN_STEP = 4;

export function layoutCalibration(
  { points, rated }: Pick<Calibration, 'points' | 'rated'>,
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
  const columnOf = (value: number): number =>
    Math.min(Math.floor((right - LEFT) / COLUMN_STEP) - 1, Math.floor((x(value) - LEFT) / COLUMN_STEP));
  const consistent = countEach(rated.consistent.map(columnOf));
  const inconsistent = countEach(rated.inconsistent.map(columnOf));
  const most = Math.max(...consistent.values(), ...inconsistent.values());
  const columns = (counted: Map<number, number>, foot: number, up: 1 | -1): string =>
    [...counted]
      .map(([column, count]) => {
        const middle = LEFT + (column + 0.5) * COLUMN_STEP;
        return `M${at(middle, foot)}v${round(-up * TALLEST_COLUMN * (count / most))}`;
      })
      .join('');
  const shown = quals === undefined ? undefined : judgementAt({ points }, quals).share;
  return {
    left: LEFT,
    right,
    top: TOP,
    bottom,
    curve: `M${along('share').join('L')}`,
    band: `M${along('high').join('L')}L${along('low', [...points].reverse()).join('L')}Z`,
    ratedConsistent: columns(consistent, TOP - COLUMN_GAP, 1),
    ratedInconsistent: columns(inconsistent, bottom + COLUMN_GAP, -1),
    xTicks: steps(from, to, step).map((value) => ({ x: x(value), value })),
    yTicks: [0, 0.5, 1].map((value) => ({ y: y(value), value })),
    score:
      quals === undefined || shown === undefined
        ? undefined
        : { x: x(quals), y: y(shown), share: shown, outside: quals < from || quals > to },
  };
}

function countEach(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Range of the axis in whole steps around the points. */
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

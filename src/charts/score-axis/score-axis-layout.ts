/** Positions on the axis of scores. Pure; CSS pixels. */
import { shorten } from '../token-chart/shorten.js';

export interface AxisScore {
  readonly name: string;
  readonly value: number;
  /** A second line over the name, for instance "38 % judged consistent"; '' for none. */
  readonly note: string;
  /** Drawn hollow. */
  readonly isBaseline: boolean;
}

export interface AxisLabel {
  readonly name: string;
  readonly note: string;
  readonly isBaseline: boolean;
  /** Of the dot. */
  readonly x: number;
  /** Middle of the label, which stays within the width. */
  readonly labelX: number;
  readonly labelWidth: number;
  /** 0 is nearest to the axis. Labels of one lane do not overlap. */
  readonly lane: number;
}

export interface AxisLayout {
  readonly left: number;
  readonly right: number;
  readonly lanes: number;
  readonly ticks: readonly { readonly x: number; readonly value: number }[];
  /** Decimals of the ticks. */
  readonly digits: number;
  readonly labels: readonly AxisLabel[];
}

const MARGIN = 20;
const LONGEST_NAME = 24;
/** Generous widths of a character: the name is bold. */
const NAME_ADVANCE = 8.2;
const NOTE_ADVANCE = 6.8;
const BETWEEN_LABELS = 12;
const TICK_PITCH = 64;
const MOST_STEPS = 8;
const STEPS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** `scale`: of the text, where a person has set a larger one than the browser's own. */
export function layoutScores(scores: readonly AxisScore[], width: number, scale = 1): AxisLayout {
  const left = MARGIN;
  const right = Math.max(left + 1, width - MARGIN);
  const { from, to, step } = domain(scores, (right - left) / scale);
  const x = (value: number): number => left + ((value - from) / (to - from)) * (right - left);
  const ends: number[] = [];
  const labels = scores
    .map((score) => {
      const name = shorten(score.name, LONGEST_NAME);
      const labelWidth = Math.min(
        width,
        scale * Math.max(name.length * NAME_ADVANCE, score.note.length * NOTE_ADVANCE),
      );
      const labelX = Math.min(width - labelWidth / 2, Math.max(labelWidth / 2, x(score.value)));
      return { name, note: score.note, isBaseline: score.isBaseline, x: x(score.value), labelX, labelWidth };
    })
    .sort((a, b) => a.labelX - a.labelWidth / 2 - (b.labelX - b.labelWidth / 2))
    .map((label): AxisLabel => {
      const start = label.labelX - label.labelWidth / 2;
      const free = ends.findIndex((end) => end + BETWEEN_LABELS <= start);
      const lane = free === -1 ? ends.length : free;
      ends[lane] = start + label.labelWidth;
      return { ...label, lane };
    });
  const count = Math.round((to - from) / step);
  const values = Array.from({ length: count + 1 }, (_, index) => from + index * step);
  const digits = Number.isInteger(step) ? 0 : step === 0.1 || step === 0.5 || step === 2.5 ? 1 : 2;
  return { left, right, lanes: ends.length, ticks: values.map((value) => ({ x: x(value), value })), digits, labels };
}

/** Whole steps around the scores and 0, so that a score's distance from 0 is seen. */
function domain(scores: readonly AxisScore[], width: number): { from: number; to: number; step: number } {
  const values = scores.map(({ value }) => value);
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const most = Math.min(MOST_STEPS, Math.max(1, Math.floor(width / TICK_PITCH)));
  const range = (step: number): { from: number; to: number; step: number } => {
    const to = Math.ceil(high / step) * step;
    const from = Math.floor(low / step) * step;
    return { from: from < to ? from : to - step, to, step };
  };
  const fits = STEPS.map(range).find(({ from, to, step }) => (to - from) / step <= most);
  return fits ?? range(Math.max(1, high - low));
}

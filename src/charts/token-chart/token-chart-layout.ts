/** Positions in a token chart with columns side by side. Pure; all lengths in CSS pixels. */
import type { TokenPart } from '../../core/score.js';
import { shortProbability } from '../../text/charts/chart-numbers.js';
import { ANSWER, PROBABILITY, QUESTION, labelOf, lnRatio } from '../../text/charts/chart-words.js';
import { clamp, labelRole, line, ringRole, text, tickLabel, valueRole } from './chart-parts.js';
import { differenceOf, isAnswerPart, type Mark } from '../marks.js';
import { shareOfAxis, ticks, type Scale } from '../probability-scale.js';
import type { Box, Shape, TextShape } from '../shapes/shapes.js';
import { shorten } from './shorten.js';
import { staggered } from './stagger.js';

export interface ChartInput {
  readonly marks: readonly Mark[];
  readonly scale: Scale;
  /** Lower end of the log axis, 10^-exponent. */
  readonly exponent: number;
  /** Total width, axis included. */
  readonly width: number;
  readonly plotHeight: number;
}

export interface ChartLayout {
  readonly height: number;
  /** The axis does not scroll with the plot. */
  readonly axisWidth: number;
  readonly plotWidth: number;
  readonly axis: readonly Shape[];
  /** Background of the marks and the selection's frame. Like `plot`, in plot coordinates: x = 0 is right of the axis. */
  readonly ground: readonly Shape[];
  readonly plot: readonly Shape[];
  /** The clickable boxes, one per mark, in plot coordinates; `frame` is outlined when selected. */
  readonly targets: readonly { readonly box: Box; readonly frame: Box }[];
}

const AXIS_WIDTH = 36;
const TOP = 46;
const LABEL_ZONE = 80;
const MIN_PITCH = 24;
const MAX_PITCH = 38;
const EDGE = 4;
/** Space before a part's first column, except before the first column of all. */
const GAPS: Readonly<Record<TokenPart, number>> = { question: 0, separator: 6, answer: 14, end: 6 };
/** Width per character of the label font, rotated by 45°. */
const LABEL_STEP = 7.2 * Math.SQRT1_2;
const LONGEST_LABEL = 14;
/** From this difference on, the log scale writes the number at the ring. */
const WIDE = -3;

export function layoutColumns({ marks, scale, exponent, width, plotHeight }: ChartInput): ChartLayout {
  const base = TOP + plotHeight;
  const offsets = gapsBefore(marks);
  const gaps = offsets.at(-1) ?? 0;
  const room = width - AXIS_WIDTH - 2 * EDGE;
  const pitch = clamp(MIN_PITCH, (room - gaps) / marks.length, MAX_PITCH);
  const plotWidth = Math.max(width - AXIS_WIDTH, Math.ceil(2 * EDGE + marks.length * pitch + gaps));
  const left = (index: number): number => EDGE + index * pitch + (offsets[index] ?? 0);
  const y = (logProb: number): number => base - plotHeight * shareOfAxis(logProb, scale, exponent);
  const firstAnswer = marks.findIndex(({ part }) => isAnswerPart(part));
  const answerLeft = firstAnswer > 0 ? left(firstAnswer) - GAPS.answer / 2 : 0;
  const answerRight = left(marks.length - 1) + pitch + EDGE;

  const ground: Shape[] = [];
  if (firstAnswer >= 0) {
    const band = { x: answerLeft, y: TOP - 40, width: answerRight - answerLeft, height: plotHeight + 40 };
    ground.push({ kind: 'rect', role: 'band', ...band });
    ground.push(text('part-answer', answerLeft + 8, TOP - 25, ANSWER, 'start'));
  }
  for (const { share } of ticks(scale, exponent)) {
    const at = base - plotHeight * share;
    ground.push(line(share > 0 ? 'grid' : scale === 'log' ? 'foot' : 'base', 0, at, plotWidth, at));
  }
  if (firstAnswer > 0) ground.push(line('divider', answerLeft, TOP - 40, answerLeft, base));
  if (firstAnswer !== 0) ground.push(text('part', left(0) + 2, TOP - 25, QUESTION, 'start'));

  const plot: Shape[] = [];
  const values: TextShape[] = [];
  marks.forEach((mark, index) => {
    const centre = left(index) + pitch / 2;
    plot.push(...(scale === 'linear' ? linearMark(mark, centre, y, base) : logMark(mark, centre, y)));
    values.push(...(scale === 'linear' ? linearValues(mark, centre, y, pitch) : logValue(mark, centre, y)));
    const limit = Math.min(LONGEST_LABEL, Math.floor((AXIS_WIDTH + centre) / LABEL_STEP));
    const label = shorten(labelOf(mark.text, mark.part), limit);
    plot.push({ ...text(labelRole(mark), centre + 4, base + 18, label, 'end'), rotate: -45 });
  });
  plot.push(...staggered(values, base));
  return {
    height: base + LABEL_ZONE,
    axisWidth: AXIS_WIDTH,
    plotWidth,
    axis: [
      text('tick', AXIS_WIDTH - 6, TOP - 14, PROBABILITY, 'end'),
      ...ticks(scale, exponent).map((tick) =>
        text('tick', AXIS_WIDTH - 6, base - plotHeight * tick.share + 4, tickLabel(tick), 'end'),
      ),
    ],
    ground,
    plot,
    targets: marks.map((_, index) => ({
      box: { x: left(index), y: TOP - 18, width: pitch, height: plotHeight + 18 + LABEL_ZONE },
      frame: { x: left(index), y: TOP - 18, width: pitch, height: plotHeight + 24 },
    })),
  };
}

/** Number of marks outside the visible part of a chart scrolled by `scrolled`. */
export function hiddenMarks(layout: ChartLayout, scrolled: number, width: number): { left: number; right: number } {
  const centres = layout.targets.map(({ box }) => box.x + box.width / 2);
  return {
    left: centres.filter((x) => x < scrolled).length,
    right: centres.filter((x) => x > scrolled + width - layout.axisWidth).length,
  };
}

/** Total width of the gaps between parts before each mark. */
function gapsBefore(marks: readonly Mark[]): number[] {
  let total = 0;
  return marks.map((mark, index) => {
    const previous = marks[index - 1];
    if (previous && previous.part !== mark.part) total += GAPS[mark.part];
    return total;
  });
}

/** Solid bar on the base line; beside it a ring on a stem. */
function linearMark(mark: Mark, c: number, y: (logProb: number) => number, base: number): Shape[] {
  const top = y(mark.summaryLogProb);
  const ring = y(mark.sourceLogProb);
  return [
    { kind: 'rect', role: 'bar', x: c - 11, y: top, width: 10, height: base - top },
    line('stem', c + 6, base, c + 6, ring),
    { kind: 'circle', role: ringRole(mark), cx: c + 6, cy: ring, r: 4 },
  ];
}

/** Labels for answers whose probabilities differ by more than .35, if there is room. */
function linearValues(mark: Mark, c: number, y: (logProb: number) => number, pitch: number): TextShape[] {
  const differs = Math.abs(Math.exp(mark.sourceLogProb) - Math.exp(mark.summaryLogProb)) > 0.35;
  if (!isAnswerPart(mark.part) || !differs || pitch < 28) return [];
  const role = valueRole(mark, false);
  return [
    text(role, c - 4, y(mark.summaryLogProb) - 5, shortProbability(mark.summaryLogProb), 'middle'),
    text(role, c + 7, y(mark.sourceLogProb) - 8, shortProbability(mark.sourceLogProb), 'middle'),
  ];
}

/** A block at the summary's probability, a thin line across, and a stem down (or up) to the ring: its length is the difference. */
function logMark(mark: Mark, c: number, y: (logProb: number) => number): Shape[] {
  const top = y(mark.summaryLogProb);
  const ring = y(mark.sourceLogProb);
  return [
    line('bridge', c - 2, top, c + 6, top),
    { kind: 'rect', role: 'bar', x: c - 11, y: top - 4, width: 10, height: 8 },
    line('stem', c + 6, top, c + 6, ring),
    { kind: 'circle', role: ringRole(mark), cx: c + 6, cy: ring, r: 4 },
  ];
}

function logValue(mark: Mark, c: number, y: (logProb: number) => number): TextShape[] {
  const gap = differenceOf(mark);
  if (gap >= WIDE) return [];
  return [text(valueRole(mark, true), c + 4, y(mark.sourceLogProb) + 17, lnRatio(gap), 'middle')];
}

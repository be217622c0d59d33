/** The token chart for narrow screens: one row per mark, probability to the right. Pure; CSS pixels. */
import { ANSWER, LN_RATIO, QUESTION, labelOf, lnRatio } from '../../text/charts/chart-words.js';
import { clamp, labelRole, line, ringRole, text, tickLabel, valueRole } from './chart-parts.js';
import { differenceOf, isAnswerPart, type Mark } from '../marks.js';
import { shareOfAxis, ticks, type Scale, type Tick } from '../probability-scale.js';
import type { Box, Shape } from '../shapes/shapes.js';
import { shorten } from './shorten.js';

export interface RowsInput {
  readonly marks: readonly Mark[];
  readonly scale: Scale;
  readonly exponent: number;
  readonly width: number;
}

export interface RowsLayout {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly targets: readonly { readonly box: Box; readonly frame: Box }[];
}

const HEAD = 26;
const ROW = 27;
const ANSWER_HEAD = 27;
const ANSWER_GAP = 8;
const FOOT = 6;
const NUMBERS = 52;
const LABEL_GAP = 8;
/** Width per character of the label font. */
const LABEL_STEP = 7.2;
const MIN_LABEL = 78;
const MAX_LABEL = 120;
/** Least distance between the centres of two axis labels, in CSS pixels. */
const TICK_ROOM = 40;
/** From this difference on, numbers are bold. */
const WIDE = -3;

export function layoutRows({ marks, scale, exponent, width }: RowsInput): RowsLayout {
  const labels = marks.map((mark) => labelOf(mark.text, mark.part));
  const longest = labels.reduce((most, label) => Math.max(most, label.length), 0);
  const labelWidth = clamp(MIN_LABEL, longest * LABEL_STEP + LABEL_GAP, Math.min(MAX_LABEL, width * 0.3));
  const left = labelWidth;
  const plotWidth = Math.max(40, width - left - NUMBERS - 8);
  const right = left + plotWidth;
  const x = (logProb: number): number => left + plotWidth * shareOfAxis(logProb, scale, exponent);
  const firstAnswer = marks.findIndex(({ part }) => isAnswerPart(part));
  const hasQuestion = firstAnswer !== 0;
  const answerTop = HEAD + (hasQuestion ? firstAnswer * ROW + ANSWER_GAP : 0);
  const top = (index: number): number =>
    firstAnswer < 0 || index < firstAnswer ? HEAD + index * ROW : answerTop + ANSWER_HEAD + (index - firstAnswer) * ROW;
  const bottom = top(marks.length - 1) + ROW;

  const shapes: Shape[] = [];
  if (firstAnswer >= 0) {
    shapes.push({ kind: 'rect', role: 'band', x: 0, y: answerTop, width, height: bottom + FOOT - answerTop });
  }
  const marked = ticks(scale, exponent);
  const every = labelledEvery(marked, plotWidth, scale, exponent);
  // On a narrow chart the first label would reach the word at the left.
  const footAnchor = labelWidth < MIN_LABEL ? 'start' : 'middle';
  for (const [index, tick] of marked.entries()) {
    const at = left + plotWidth * tick.share;
    const role = tick.share === 0 ? (scale === 'log' ? 'foot' : 'base') : 'grid';
    shapes.push(line(role, at, HEAD - 4, at, bottom));
    const anchor = tick.share === 0 ? footAnchor : 'middle';
    if (index % every === 0) shapes.push(text('tick', at, HEAD - 10, tickLabel(tick), anchor));
  }
  shapes.push(text('tick', width, HEAD - 10, LN_RATIO, 'end'));
  if (hasQuestion) shapes.push(text('part', 0, HEAD - 10, QUESTION, 'start'));
  if (firstAnswer >= 0) {
    if (hasQuestion) shapes.push(line('divider', 0, answerTop, width, answerTop));
    shapes.push(text('part-answer', 8, answerTop + 18, ANSWER, 'start'));
  }
  marks.forEach((mark, index) => {
    const middle = top(index) + ROW / 2;
    const limit = Math.floor((labelWidth - LABEL_GAP) / LABEL_STEP);
    shapes.push(text(labelRole(mark), left - LABEL_GAP, middle + 4, shorten(labels[index] as string, limit), 'end'));
    shapes.push(...(scale === 'linear' ? linearRow(mark, middle, x, left) : logRow(mark, middle, x)));
    const gap = differenceOf(mark);
    shapes.push(text(valueRole(mark, gap < WIDE), width - 4, middle + 4, lnRatio(gap), 'end'));
  });
  return {
    width,
    height: bottom + FOOT,
    shapes,
    targets: marks.map((_, index) => {
      const box = { x: 0, y: top(index), width: right + NUMBERS + 8, height: ROW };
      return { box, frame: box };
    }),
  };
}

/** Labels every n-th tick, because a narrow axis has no room for all labels. */
function labelledEvery(marked: readonly Tick[], plotWidth: number, scale: Scale, exponent: number): number {
  const apart = plotWidth / Math.max(1, marked.length - 1);
  return Math.max(scale === 'log' && exponent <= 4 ? 1 : 2, Math.ceil(TICK_ROOM / apart));
}

function linearRow(mark: Mark, middle: number, x: (logProb: number) => number, left: number): Shape[] {
  const ring = x(mark.sourceLogProb);
  return [
    { kind: 'rect', role: 'bar', x: left, y: middle - 8, width: x(mark.summaryLogProb) - left, height: 8 },
    line('stem', left, middle + 6, ring, middle + 6),
    { kind: 'circle', role: ringRole(mark), cx: ring, cy: middle + 6, r: 4 },
  ];
}

function logRow(mark: Mark, middle: number, x: (logProb: number) => number): Shape[] {
  const block = x(mark.summaryLogProb);
  const ring = x(mark.sourceLogProb);
  return [
    line('bridge', block, middle, block, middle + 6),
    { kind: 'rect', role: 'bar', x: block - 4, y: middle - 10, width: 8, height: 10 },
    line('stem', block, middle + 6, ring, middle + 6),
    { kind: 'circle', role: ringRole(mark), cx: ring, cy: middle + 6, r: 4 },
  ];
}

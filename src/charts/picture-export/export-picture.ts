/** The figure as one self-contained picture: legend, questions, answers, plots, scores, model and version. Pure. */
import type { Protocol } from '../../core/protocol.js';
import type { ScoredPair } from '../../core/score.js';
import {
  EXPORT,
  GIVEN_ARTICLE,
  GIVEN_SUMMARY,
  mergedNote,
  scoreCaption,
  takeaway,
} from '../../text/charts/chart-words.js';
import { signed } from '../../text/numbers.js';
import { line, text } from '../token-chart/chart-parts.js';
import { marksOf, widestMark, type Extent, type Unit } from '../marks.js';
import { PAINT } from '../shapes/paint.js';
import { sharedExponent, type Scale } from '../probability-scale.js';
import { moved, type Role, type Shape } from '../shapes/shapes.js';
import type { MeasureText } from './measure-text.js';
import type { Picture } from './svg-text.js';
import { layoutColumns } from '../token-chart/token-chart-layout.js';
import { wrapLines } from './wrap-lines.js';

export interface FigureRequest {
  readonly pairs: readonly { readonly label: string; readonly caption: string; readonly pair: ScoredPair }[];
  readonly scale: Scale;
  readonly extent: Extent;
  readonly unit: Unit;
  readonly model: { readonly id: string; readonly version: string };
  readonly protocol: Protocol;
  /** QUALS of the whole summary. */
  readonly quals: number;
}

const MARGIN = 24;
const CHART = 404;
const BETWEEN = 40;
const PLOT = 196;

interface Block {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

export function figurePicture(request: FigureRequest, measure: MeasureText): Picture {
  const exponent = sharedExponent(
    request.pairs.map(({ pair }) => pair),
    request.unit,
    request.extent,
  );
  const plots = request.pairs.map(({ pair }) => {
    const marks = marksOf(pair, request.unit, request.extent);
    const layout = layoutColumns({ marks, scale: request.scale, exponent, width: CHART, plotHeight: PLOT });
    const plot = [...layout.ground, ...layout.plot].map((shape) => moved(shape, layout.axisWidth, 0));
    return { width: layout.axisWidth + layout.plotWidth, height: layout.height, shapes: [...layout.axis, ...plot] };
  });
  const heads = request.pairs.map((each, index) => head(each, plots[index]?.width ?? CHART, measure));
  const feet = request.pairs.map(({ pair }, index) => foot(pair, request, plots[index]?.width ?? CHART, measure));
  const headHeight = tallest(heads);
  const plotHeight = tallest(plots);
  const total = plots.reduce((sum, { width }) => sum + width, 0) + BETWEEN * Math.max(0, plots.length - 1);
  const width = Math.ceil(total + 2 * MARGIN);

  const shapes: Shape[] = legend(measure);
  const top = MARGIN + 56;
  let left = MARGIN;
  plots.forEach((plot, index) => {
    place(shapes, heads[index], left, top);
    place(shapes, plot, left, top + headHeight);
    place(shapes, feet[index], left, top + headHeight + plotHeight);
    if (index > 0) {
      const x = left - BETWEEN / 2;
      shapes.push(line('rule', x, top, x, top + headHeight + plotHeight + tallest(feet)));
    }
    left += plot.width + BETWEEN;
  });
  const credits = credit(request, width - 2 * MARGIN, measure);
  const creditTop = top + headHeight + plotHeight + tallest(feet) + 12;
  place(shapes, credits, MARGIN, creditTop);
  const height = Math.ceil(creditTop + credits.height + MARGIN);
  return {
    width,
    height,
    shapes: [{ kind: 'rect', role: 'ground', x: 0, y: 0, width, height }, ...shapes],
    title: EXPORT.title,
    description: EXPORT.describe(request.pairs),
  };
}

function legend(measure: MeasureText): Shape[] {
  const y = MARGIN + 38;
  const second = MARGIN + 18 + measure(GIVEN_SUMMARY, PAINT.caption) + 24;
  return [
    text('title', MARGIN, MARGIN + 14, EXPORT.title, 'start'),
    { kind: 'rect', role: 'bar', x: MARGIN + 1, y: y - 11, width: 8, height: 12 },
    text('caption', MARGIN + 18, y, GIVEN_SUMMARY, 'start'),
    line('stem', second + 5, y - 5, second + 5, y + 1),
    { kind: 'circle', role: 'ring', cx: second + 5, cy: y - 8, r: 3.5 },
    text('caption', second + 18, y, GIVEN_ARTICLE, 'start'),
  ];
}

function head({ label, caption, pair }: FigureRequest['pairs'][number], width: number, measure: MeasureText): Block {
  const filled = label === 'A';
  const shapes: Shape[] = [];
  if (label) {
    const frame = { x: 0.75, y: 0.75, width: 17, height: 17 };
    shapes.push({ kind: 'rect', role: filled ? 'letter-ground' : 'letter-frame', ...frame });
    shapes.push(text(filled ? 'letter-filled' : 'letter-outlined', 9.25, 13.5, label, 'middle'));
  }
  shapes.push(text('caption', label ? 26 : 0, 13.5, caption, 'start'));
  const lines = [
    ...wrapped('question', pair.question, width, measure),
    ...wrapped('answer', pair.answer, width, measure),
  ];
  lines.forEach(({ role, content }, index) => shapes.push(text(role, 0, 44 + index * 25, content, 'start')));
  return { width, height: 44 + lines.length * 25, shapes };
}

function foot(pair: ScoredPair, { unit, extent }: FigureRequest, width: number, measure: MeasureText): Block {
  const marks = marksOf(pair, unit, extent);
  const merged = marks.filter(({ count }) => count > 1).length;
  const middle = width / 2;
  const lines = [
    ...wrapped('caption-strong', takeaway(widestMark(marks)), width, measure),
    ...wrapped('caption', scoreCaption(pair), width, measure),
    ...(unit === 'word' && merged > 0 ? wrapped('caption', mergedNote(merged), width, measure) : []),
  ];
  return {
    width,
    height: 62 + lines.length * 18,
    shapes: [
      line('rule', 0, 8, width, 8),
      text('score', middle, 44, signed(pair.quals), 'middle'),
      ...lines.map(({ role, content }, index) => text(role, middle, 66 + index * 18, content, 'middle')),
    ],
  };
}

function credit({ model, protocol, quals, unit, scale }: FigureRequest, width: number, measure: MeasureText): Block {
  const words = [
    `${EXPORT.summaryScore(quals)}.`,
    EXPORT.unit[unit],
    EXPORT.scale[scale],
    EXPORT.credit(`${model.id} ${model.version}`, protocol.name, protocol.search.paths),
  ].join(' ');
  const lines = wrapped('caption', words, width, measure);
  return {
    width,
    height: 12 + lines.length * 18,
    shapes: [
      line('rule', 0, 0, width, 0),
      ...lines.map(({ role, content }, index) => text(role, 0, 20 + index * 18, content, 'start')),
    ],
  };
}

function wrapped(role: Role, words: string, width: number, measure: MeasureText): { role: Role; content: string }[] {
  return wrapLines(words, width, (each) => measure(each, PAINT[role])).map((content) => ({ role, content }));
}

function place(shapes: Shape[], block: Block | undefined, x: number, y: number): void {
  for (const shape of block?.shapes ?? []) shapes.push(moved(shape, x, y));
}

function tallest(blocks: readonly Block[]): number {
  return blocks.reduce((most, { height }) => Math.max(most, height), 0);
}

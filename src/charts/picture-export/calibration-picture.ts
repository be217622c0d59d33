/** The score among rated summaries as one self-contained picture, with its legend. Pure. */
import { type Calibration, judgementAt, ratedCount } from '../../core/judgement/calibration.js';
import type { Protocol } from '../../core/protocol.js';
import { percent, signed } from '../../text/numbers.js';
import { EXPORT } from '../../text/charts/chart-words.js';
import { CALIBRATION, CALIBRATION_PICTURE } from '../../text/result/summary-words.js';
import { layoutCalibration } from '../calibration/calibration-layout.js';
import { moved, type Shape } from '../shapes/shapes.js';
import { line, text } from '../token-chart/chart-parts.js';
import { type MeasureText, paragraph } from './measure-text.js';
import type { Picture } from './svg-text.js';

export interface CalibrationRequest {
  readonly calibration: Calibration;
  readonly quals: number;
  readonly model: { readonly id: string; readonly version: string };
  readonly protocol: Protocol;
}

const MARGIN = 24;
const INNER = 640;
const PLOT = 220;

export function calibrationPicture(request: CalibrationRequest, measure: MeasureText): Picture {
  const { calibration, quals, model, protocol } = request;
  const { share, low, high } = judgementAt(calibration, quals);
  const description = CALIBRATION.name(quals, share, low, high, ratedCount(calibration));
  const plot = drawPlot(calibration, quals).map((shape) => moved(shape, MARGIN, MARGIN + 24));
  const box = { x: MARGIN, width: INNER };
  const legend = paragraph('caption', CALIBRATION_PICTURE.legend, { ...box, top: MARGIN + PLOT + 32 }, measure);
  const said = paragraph('caption-strong', description, { ...box, top: legend.bottom + 4 }, measure);
  const made = EXPORT.credit(`${model.id} ${model.version}`, protocol.name, protocol.search.paths);
  const credit = paragraph('caption', made, { ...box, top: said.bottom + 12 }, measure);
  const [width, height] = [INNER + 2 * MARGIN, credit.bottom + MARGIN];
  return {
    width,
    height,
    shapes: [
      { kind: 'rect', role: 'ground', x: 0, y: 0, width, height },
      text('title', MARGIN, MARGIN + 14, CALIBRATION_PICTURE.title, 'start'),
      ...plot,
      ...legend.shapes,
      ...said.shapes,
      line('rule', MARGIN, said.bottom + 6, MARGIN + INNER, said.bottom + 6),
      ...credit.shapes,
    ],
    title: CALIBRATION_PICTURE.title,
    description,
  };
}

function drawPlot(calibration: Calibration, quals: number): Shape[] {
  const { band, curve, ratedConsistent, ratedInconsistent, xTicks, yTicks, left, right, top, bottom, score } =
    layoutCalibration(calibration, quals, INNER, PLOT);
  const path = (role: 'share-band' | 'share-curve' | 'share-columns', d: string): Shape => ({
    kind: 'path',
    role,
    x: 0,
    y: 0,
    d,
  });
  const ticks = yTicks.flatMap(({ y, value }): Shape[] => [
    line('grid', left, y, right, y),
    text('tick', left - 8, y + 4, `${value * 100}\u202f%`, 'end'),
  ]);
  const scores = xTicks.map(({ x, value }) => text('tick', x, bottom + 28, signed(value, 2), 'middle'));
  return [
    path('share-band', band),
    ...ticks,
    path('share-columns', ratedConsistent),
    path('share-columns', ratedInconsistent),
    ...scores,
    path('share-curve', curve),
    ...(score ? drawScore(score, { left, right, top, bottom }) : []),
  ];
}

function drawScore(
  {
    x,
    y,
    share,
    outside,
  }: { readonly x: number; readonly y: number; readonly share: number; readonly outside: boolean },
  { left, right, top, bottom }: Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>,
): Shape[] {
  const side = x > right - 60 ? 'end' : x < left + 60 ? 'start' : 'middle';
  const before = x > left + 48;
  return [
    line('share-score', x, top - 14, x, bottom + 12),
    text('caption-strong', x, top - 19, outside ? CALIBRATION.beyond : CALIBRATION.thisSummary, side),
    { kind: 'circle', role: 'share-dot', cx: x, cy: y, r: 4 },
    text('caption-strong', before ? x - 8 : x + 8, Math.max(top + 10, y - 7), percent(share), before ? 'end' : 'start'),
  ];
}

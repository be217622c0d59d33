/** The marked summary as one self-contained picture: words, gaps, pair numbers, legend, score, model and version. Pure. */
import { directionOf } from '../../components/element/text-direction.js';
import type { Protocol } from '../../core/protocol.js';
import type { ScoredPair, Span } from '../../core/score.js';
import { EXPORT } from '../../text/charts/chart-words.js';
import { GAP_LEGEND, SUMMARY_PICTURE, VERBATIM } from '../../text/result/summary-words.js';
import { type MarkStep, STEPS } from '../marked-summary/mark-scale.js';
import { stepName } from '../marked-summary/step-name.js';
import { segments } from '../marked-summary/summary-segments.js';
import { PAINT } from '../shapes/paint.js';
import type { Shape } from '../shapes/shapes.js';
import { line, text } from '../token-chart/chart-parts.js';
import { type MeasureText, paragraph } from './measure-text.js';
import { summaryLines, type SummaryPiece } from './summary-lines.js';
import type { Picture } from './svg-text.js';

export interface SummaryRequest {
  readonly text: string;
  readonly pairs: readonly ScoredPair[];
  readonly verbatim: readonly Span[];
  readonly model: { readonly id: string; readonly version: string };
  readonly protocol: Protocol;
  readonly quals: number;
}

const MARGIN = 24;
const INNER = 760;
const ASCENT = 21;
const DESCENT = 7;
const LINE_HEIGHT = 45;

export function summaryPicture(request: SummaryRequest, measure: MeasureText): Picture {
  const pieces = segments(request.text, request.pairs, request.verbatim);
  const lines = summaryLines(pieces, INNER, {
    words: (words) => measure(words, PAINT['summary-text']),
    numbers: (numbers) => measure(numbers, PAINT.caption),
  });
  const top = MARGIN + 34;
  const isMirrored = directionOf(request.text) === 'rtl';
  const words = lines.flatMap((each, index) => drawLine(each, top + ASCENT + index * LINE_HEIGHT, isMirrored));
  const legend = drawLegend(top + lines.length * LINE_HEIGHT + 8, request.verbatim.length > 0, measure);
  const credit = paragraph(
    'caption',
    `${EXPORT.summaryScore(request.quals)}. ${EXPORT.credit(`${request.model.id} ${request.model.version}`, request.protocol.name, request.protocol.search.paths)}`,
    { x: MARGIN, top: legend.bottom + 12, width: INNER },
    measure,
  );
  const [width, height] = [INNER + 2 * MARGIN, credit.bottom + MARGIN];
  return {
    width,
    height,
    shapes: [
      { kind: 'rect', role: 'ground', x: 0, y: 0, width, height },
      text('title', MARGIN, MARGIN + 14, SUMMARY_PICTURE.title, 'start'),
      ...words,
      ...legend.shapes,
      line('rule', MARGIN, legend.bottom + 6, MARGIN + INNER, legend.bottom + 6),
      ...credit.shapes,
    ],
    title: SUMMARY_PICTURE.title,
    description: SUMMARY_PICTURE.describe(request.text, request.pairs),
  };
}

/** Shades, then underlines, then letters, so that none covers the letters. */
function drawLine(pieces: readonly SummaryPiece[], baseline: number, isMirrored: boolean): Shape[] {
  const [shades, rules, letters]: [Shape[], Shape[], Shape[]] = [[], [], []];
  let x = 0;
  pieces.forEach((piece, index) => {
    const { segment, width, space, numbers, numbersWidth } = piece;
    const next = pieces[index + 1]?.segment.places ?? [];
    // The space behind a word, and the numbers of a shorter answer, belong to an answer that goes on after them.
    const rest = segment.places.some((place) => !place.isVerbatim && next.includes(place)) ? numbersWidth + space : 0;
    const at = (offset: number, size: number): number =>
      isMirrored ? MARGIN + INNER - x - offset - size : MARGIN + x + offset;
    if (segment.step)
      shades.push({
        kind: 'rect',
        role: `gap${segment.step}`,
        x: at(0, width),
        y: baseline - ASCENT,
        width,
        height: ASCENT + DESCENT,
      });
    const below = baseline + DESCENT + 2;
    if (segment.step !== undefined && width > 0) rules.push(...underline(segment.step, at(0, width), below, width));
    if (rest > 0) rules.push(...underline(0, at(width, rest), below, rest));
    if (piece.text) letters.push(text('summary-text', at(0, width), baseline, piece.text, 'start'));
    if (numbers) letters.push(text('caption', at(width + 2, numbersWidth - 4), baseline - 10, numbers, 'start'));
    x += width + numbersWidth + space;
  });
  return [...shades, ...rules, ...letters];
}

/** The widest step has a double line. */
function underline(step: MarkStep, x: number, y: number, width: number): Shape[] {
  const at = (offset: number): Shape => line(`gap-line${step}`, x, y + offset, x + width, y + offset);
  return step === 6 ? [at(-1), at(3)] : [at(0)];
}

function drawLegend(
  top: number,
  hasVerbatim: boolean,
  measure: MeasureText,
): { readonly shapes: readonly Shape[]; readonly bottom: number } {
  const width = 80;
  const steps = STEPS.flatMap((step, index): Shape[] => {
    const x = MARGIN + index * (width + 6);
    const shade: Shape[] = step === 0 ? [] : [{ kind: 'rect', role: `gap${step}`, x, y: top + 20, width, height: 20 }];
    return [
      ...shade,
      ...underline(step, x, top + 43, width),
      text('caption-strong', x + 6, top + 34, stepName(step), 'start'),
    ];
  });
  const note = hasVerbatim ? `${GAP_LEGEND.unmarked} ${VERBATIM.legend}` : GAP_LEGEND.unmarked;
  const notes = paragraph(
    'caption',
    `${SUMMARY_PICTURE.numbers} ${note}`,
    { x: MARGIN, top: top + 52, width: INNER },
    measure,
  );
  return {
    shapes: [text('caption', MARGIN, top + 12, `${GAP_LEGEND.label}:`, 'start'), ...steps, ...notes.shapes],
    bottom: notes.bottom,
  };
}

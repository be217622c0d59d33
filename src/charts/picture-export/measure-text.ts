import type { Paint } from '../shapes/paint.js';
import { PAINT } from '../shapes/paint.js';
import type { Role, Shape } from '../shapes/shapes.js';
import { text } from '../token-chart/chart-parts.js';
import { wrapLines } from './wrap-lines.js';

/** Width of `text` in CSS pixels, in the font of `paint`. */
export type MeasureText = (text: string, paint: Paint) => number;

const LINE = 18;

/** Lines of `role` from `top` on, wrapped to `width`; `bottom`: below the last. */
export function paragraph(
  role: Role,
  words: string,
  box: { readonly x: number; readonly top: number; readonly width: number },
  measure: MeasureText,
): { readonly shapes: readonly Shape[]; readonly bottom: number } {
  const lines = wrapLines(words, box.width, (each) => measure(each, PAINT[role]));
  return {
    shapes: lines.map((content, index) => text(role, box.x, box.top + 14 + index * LINE, content, 'start')),
    bottom: box.top + lines.length * LINE,
  };
}

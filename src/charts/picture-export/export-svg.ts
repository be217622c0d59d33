/** A picture as an SVG file. The caller saves it. */
import { fontStack, type Theme } from '../../styles/palette.js';
import type { MeasureText } from './measure-text.js';
import { type Picture, svgText } from './svg-text.js';

/** `draw`: lays the picture out, for instance `figurePicture` with its request. */
export function exportSvg(draw: (measure: MeasureText) => Picture, theme: Theme = 'light'): Blob {
  return new Blob([svgText(draw(canvasMeasure()), theme)], { type: 'image/svg+xml' });
}

/** Text widths in this browser. Throws if it has no 2D canvas. */
export function canvasMeasure(): MeasureText {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('This browser gives no 2D canvas to measure text with.');
  return (text, { font = 'sans', size = 12, weight = 400, italic = false }) => {
    context.font = `${italic ? 'italic ' : ''}${weight} ${size}px ${fontStack(font)}`;
    return context.measureText(text).width;
  };
}

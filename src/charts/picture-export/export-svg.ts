/** The figure as an SVG file. The caller saves it. */
import { fontStack, type Theme } from '../../styles/palette.js';
import { figurePicture, type FigureRequest, type MeasureText } from './export-picture.js';
import { svgText } from './svg-text.js';

export function exportSvg(request: FigureRequest, theme: Theme = 'light'): Blob {
  const picture = figurePicture(request, canvasMeasure());
  return new Blob([svgText(picture, theme)], { type: 'image/svg+xml' });
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

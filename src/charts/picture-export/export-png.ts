/** A picture as a PNG file, which the browser draws from the SVG. The caller saves it. */
import type { Theme } from '../../styles/palette.js';
import { canvasMeasure } from './export-svg.js';
import type { MeasureText } from './measure-text.js';
import { type Picture, svgText } from './svg-text.js';

/** `density`: pixels per CSS pixel. Rejects if the browser cannot draw a picture of that size. */
export async function exportPng(
  draw: (measure: MeasureText) => Picture,
  theme: Theme = 'light',
  density = 2,
): Promise<Blob> {
  const picture = draw(canvasMeasure());
  const url = URL.createObjectURL(new Blob([svgText(picture, theme)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = picture.width * density;
    canvas.height = picture.height * density;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('This browser gives no 2D canvas to draw the picture on.');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await toBlob(canvas);
  } finally {
    URL.revokeObjectURL(url);
  }
}

function toBlob(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error(`This browser cannot make a PNG of ${canvas.width} by ${canvas.height} pixels.`));
    }, 'image/png');
  });
}

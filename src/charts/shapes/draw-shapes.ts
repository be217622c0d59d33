/** Draws shapes in the page. Colours are custom properties, so a change of theme needs no redraw. */
import { nothing, svg, type SVGTemplateResult } from 'lit';
import { liveColour, liveFont } from '../../styles/palette.js';
import { HALO, PAINT } from './paint.js';
import type { Shape } from './shapes.js';

export function drawShapes(shapes: readonly Shape[]): SVGTemplateResult[] {
  return shapes.map(drawShape);
}

/** Half pixels keep thin lines sharp. */
const sharp = (value: number): number => Math.round(value) + 0.5;

function drawShape(shape: Shape): SVGTemplateResult {
  const { fill, halo, stroke, strokeWidth, dash, font, size, weight, italic } = PAINT[shape.role];
  const fills = fill ? liveColour(fill) : 'none';
  const strokes = stroke ? liveColour(stroke) : nothing;
  const widths = strokeWidth ?? nothing;
  switch (shape.kind) {
    case 'rect':
      return svg`<rect x=${shape.x} y=${shape.y} width=${shape.width} height=${shape.height} fill=${fills} stroke=${strokes} stroke-width=${widths} />`;
    case 'line':
      return strokeWidth === 1
        ? svg`<line x1=${sharp(shape.x1)} y1=${sharp(shape.y1)} x2=${sharp(shape.x2)} y2=${sharp(shape.y2)} stroke=${strokes} stroke-width=${widths} stroke-dasharray=${dash ?? nothing} />`
        : svg`<line x1=${shape.x1} y1=${shape.y1} x2=${shape.x2} y2=${shape.y2} stroke=${strokes} stroke-width=${widths} />`;
    case 'circle':
      return svg`<circle cx=${shape.cx} cy=${shape.cy} r=${shape.r} fill=${fills} stroke=${strokes} stroke-width=${widths} />`;
    case 'path':
      return svg`<path d=${shape.d} transform=${`translate(${shape.x} ${shape.y})`} fill=${fills} stroke=${strokes} stroke-width=${widths} />`;
    case 'text': {
      const turn = shape.rotate === undefined ? nothing : `rotate(${shape.rotate} ${shape.x} ${shape.y})`;
      return svg`<text x=${shape.x} y=${shape.y} text-anchor=${shape.anchor} transform=${turn} fill=${fills} stroke=${halo ? liveColour(halo) : nothing} stroke-width=${halo ? HALO : nothing} paint-order=${halo ? 'stroke' : nothing} font-family=${font ? liveFont(font) : nothing} font-size=${size ?? nothing} font-weight=${weight ?? nothing} font-style=${italic ? 'italic' : nothing}>${shape.text}</text>`;
    }
  }
}

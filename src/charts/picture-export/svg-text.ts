/** Shapes as the text of an SVG file. It contains its colours and fonts, so that it looks the same outside the page. */
import { colour, fontStack, type Theme } from '../../styles/palette.js';
import { HALO, PAINT } from '../shapes/paint.js';
import type { Shape } from '../shapes/shapes.js';

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  /** A short complete description for screen readers. */
  readonly title: string;
  readonly description: string;
}

export function svgText({ width, height, shapes, title, description }: Picture, theme: Theme): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="description">${escapeXml(description)}</desc>`,
    ...shapes.map((shape) => element(shape, theme)),
    '</svg>',
    '',
  ].join('\n');
}

function element(shape: Shape, theme: Theme): string {
  const { fill, halo, stroke, strokeWidth, dash, font, size, weight, italic } = PAINT[shape.role];
  const paint = attributes({
    fill: fill ? colour(fill, theme) : 'none',
    stroke: stroke ? colour(stroke, theme) : halo && colour(halo, theme),
    'stroke-width': strokeWidth ?? (halo && HALO),
    'paint-order': halo && 'stroke',
    'stroke-dasharray': dash,
    // Keeps lines thin if they fall between pixels.
    'shape-rendering': shape.kind === 'line' && strokeWidth === 1 ? 'crispEdges' : undefined,
  });
  switch (shape.kind) {
    case 'rect':
      return `<rect ${attributes({ x: shape.x, y: shape.y, width: shape.width, height: shape.height })} ${paint}/>`;
    case 'line':
      return `<line ${attributes({ x1: shape.x1, y1: shape.y1, x2: shape.x2, y2: shape.y2 })} ${paint}/>`;
    case 'circle':
      return `<circle ${attributes({ cx: shape.cx, cy: shape.cy, r: shape.r })} ${paint}/>`;
    case 'path':
      return `<path ${attributes({ d: shape.d, transform: `translate(${round(shape.x)} ${round(shape.y)})` })} ${paint}/>`;
    case 'text': {
      const { x, y, anchor, rotate } = shape;
      const face = attributes({
        x,
        y,
        'text-anchor': anchor,
        transform: rotate === undefined ? undefined : `rotate(${rotate} ${round(x)} ${round(y)})`,
        'font-family': font && fontStack(font),
        'font-size': size,
        'font-weight': weight,
        'font-style': italic ? 'italic' : undefined,
        'unicode-bidi': 'plaintext',
      });
      return `<text ${face} ${paint}>${escapeXml(shape.text)}</text>`;
    }
  }
}

function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter((entry): entry is [string, string | number] => entry[1] !== undefined)
    .map(([name, value]) => `${name}="${typeof value === 'number' ? round(value) : escapeXml(value)}"`)
    .join(' ');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Characters that XML 1.0 cannot contain, even escaped: controls, non-characters, lone surrogates. */
// eslint-disable-next-line no-control-regex -- these are the characters to keep out
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '\uFFFD').replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

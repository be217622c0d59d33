/** The appearance of each shape. Colours and fonts are names: the page resolves them to custom properties, an export to values. */
import type { ColourName, FontName } from '../../styles/palette.js';
import type { Role } from './shapes.js';

export interface Paint {
  readonly fill?: ColourName;
  /** An outline around text in the background colour, so that lines behind it do not cross it. */
  readonly halo?: ColourName;
  readonly stroke?: ColourName;
  readonly strokeWidth?: number;
  readonly dash?: string;
  readonly font?: FontName;
  /** Pixels. */
  readonly size?: number;
  readonly weight?: number;
  readonly italic?: boolean;
}

/** Width of a halo in pixels, half of it outside the letters. */
export const HALO = 4;

const sans = (size: number, fill: ColourName, weight = 400): Paint => ({ font: 'sans', size, fill, weight });
const serif = (size: number, weight = 400): Paint => ({ font: 'serif', size, fill: 'ink', weight });
const line = (stroke: ColourName, strokeWidth: number, dash?: string): Paint =>
  dash === undefined ? { stroke, strokeWidth } : { stroke, strokeWidth, dash };

export const PAINT: Readonly<Record<Role, Paint>> = {
  ground: { fill: 'surface' },
  grid: line('rule', 1),
  foot: line('strong', 1, '3 3'),
  base: line('ink', 1),
  band: { fill: 'band' },
  divider: line('ink', 1),
  tick: sans(11.5, 'ink2'),
  part: sans(12, 'ink2', 500),
  'part-answer': sans(12, 'ink', 700),
  label: sans(12.5, 'ink2'),
  'label-special': { ...sans(12.5, 'ink2'), italic: true },
  'label-answer': sans(12.5, 'ink', 600),
  bar: { fill: 'summary' },
  bridge: line('ink', 1),
  stem: line('article', 2),
  ring: { fill: 'surface', stroke: 'article', strokeWidth: 2.25 },
  'ring-answer': { fill: 'band', stroke: 'article', strokeWidth: 2.25 },
  value: { ...sans(10.5, 'ink2', 500), halo: 'surface' },
  'value-answer': { ...sans(10.5, 'ink2', 500), halo: 'band' },
  'value-strong': { ...sans(11, 'ink', 600), halo: 'surface' },
  'value-strong-answer': { ...sans(11, 'ink', 600), halo: 'band' },
  'letter-ground': { fill: 'ink' },
  'letter-frame': { fill: 'surface', stroke: 'ink', strokeWidth: 1.5 },
  'letter-filled': sans(12, 'surface', 700),
  'letter-outlined': sans(12, 'ink', 700),
  title: sans(14, 'ink', 600),
  caption: sans(12, 'ink2'),
  'caption-strong': sans(12, 'ink', 500),
  question: serif(19),
  answer: serif(19, 700),
  score: serif(30),
  rule: line('rule', 1),
  'summary-text': serif(22),
  gap1: { fill: 'gap1' },
  gap2: { fill: 'gap2' },
  gap3: { fill: 'gap3' },
  gap4: { fill: 'gap4' },
  gap5: { fill: 'gap5' },
  gap6: { fill: 'gap6' },
  'gap-line0': line('strong', 1, '1 2'),
  'gap-line1': line('plum', 1, '3 2'),
  'gap-line2': line('plum', 1),
  'gap-line3': line('plum', 2),
  'gap-line4': line('plum', 3),
  'gap-line5': line('plum', 4),
  'gap-line6': line('plum', 2),
  'share-band': { fill: 'sel' },
  'share-curve': line('ink2', 1.5),
  'share-columns': line('ink3', 3),
  'share-score': line('ink', 1.5),
  'share-dot': { fill: 'ink', stroke: 'surface', strokeWidth: 1.5 },
};

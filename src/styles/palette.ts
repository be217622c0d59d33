/** The colours and fonts of tokens.css by name. Exported pictures (SVG, PNG) need their values, because they cannot use custom properties. */
import css from './tokens.css?raw';
import { readColour, readFont, type Theme } from './read-tokens.js';

export type { Theme };

export const COLOUR_NAMES = [
  'paper',
  'surface',
  'band',
  'sel',
  'ink',
  'ink2',
  'ink3',
  'strong',
  'rule',
  'summary',
  'article',
  'plum',
  'err',
  'gap1',
  'gap2',
  'gap3',
  'gap4',
  'gap5',
  'gap6',
] as const;

export type ColourName = (typeof COLOUR_NAMES)[number];
export type FontName = 'serif' | 'sans';

/** `#rrggbb`, for a picture that leaves the page. */
export function colour(name: ColourName, theme: Theme): string {
  return readColour(css, name, theme);
}

/** The custom property, for marks inside the page, which follow its theme. */
export function liveColour(name: ColourName): string {
  return `var(--q-${name})`;
}

/** The font stack, for a picture that leaves the page. */
export function fontStack(name: FontName): string {
  return readFont(css, name);
}

export function liveFont(name: FontName): string {
  return `var(--q-${name})`;
}

/**
 * The colours of tokens.css as data, for exported pictures (SVG, PNG), which cannot use custom properties.
 * palette.test.ts compares them with tokens.css and measures their contrast.
 */
export type Theme = 'light' | 'dark';

const COLOURS = {
  paper: ['#faf9f6', '#151514'],
  surface: ['#ffffff', '#1c1c1b'],
  band: ['#f2efe8', '#272623'],
  sel: ['#e6e2d8', '#36342f'],
  ink: ['#1a1917', '#eceae4'],
  ink2: ['#4b4943', '#bdbab1'],
  ink3: ['#65625a', '#9f9c93'],
  strong: ['#858177', '#7b7870'],
  rule: ['#ddd9cf', '#3a3833'],
  summary: ['#0072b2', '#3d9bd8'],
  article: ['#d55e00', '#f08028'],
  plum: ['#7a1f5c', '#eba3ce'],
  err: ['#8f1d1d', '#f0a29b'],
  gap1: ['#faeff5', '#2b1f27'],
  gap2: ['#f3dce8', '#3b2534'],
  gap3: ['#eac4d9', '#4d2c43'],
  gap4: ['#dfa8c7', '#613352'],
  gap5: ['#d28bb3', '#763b63'],
  gap6: ['#c36d9e', '#8c4475'],
} as const;

export type ColourName = keyof typeof COLOURS;

export const COLOUR_NAMES = Object.keys(COLOURS) as readonly ColourName[];

/** `#rrggbb`. */
export function colour(name: ColourName, theme: Theme): string {
  return COLOURS[name][theme === 'light' ? 0 : 1];
}

/** The custom property, for marks inside the page, which follow its theme. */
export function liveColour(name: ColourName): string {
  return `var(--q-${name})`;
}

/** The font stacks of tokens.css. */
export const FONTS = {
  serif: "Charter, 'Bitstream Charter', 'Charis SIL', 'Sitka Text', Cambria, Georgia, serif",
  sans: "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif",
} as const;

export type FontName = keyof typeof FONTS;

export function liveFont(name: FontName): string {
  return `var(--q-${name})`;
}

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COLOUR_NAMES, FONTS, colour, type ColourName, type Theme } from './palette.js';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [r, g, blue] = [1, 3, 5]
      .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe('palette', () => {
  it('is what tokens.css says', () => {
    const declared = [...css.matchAll(/--q-(\w+): light-dark\((#\w{6}), (#\w{6})\);/g)].map(([, name, light, dark]) => [
      name,
      light,
      dark,
    ]);
    expect(declared).toEqual(COLOUR_NAMES.map((name) => [name, colour(name, 'light'), colour(name, 'dark')]));
    expect(css).toContain(`--q-serif: ${FONTS.serif};`);
    expect(css).toContain(`--q-sans: ${FONTS.sans};`);
  });

  const texts: [ColourName, ColourName][] = (['ink', 'ink2', 'ink3'] as const).flatMap((text) =>
    (['paper', 'surface', 'band'] as const).map((ground): [ColourName, ColourName] => [text, ground]),
  );
  const shades: [ColourName, ColourName][] = ([1, 2, 3, 4, 5, 6] as const).map((step) => ['ink', `gap${step}`]);
  const marks: [ColourName, ColourName][] = (['summary', 'article', 'plum', 'strong'] as const).flatMap((mark) =>
    (['paper', 'surface'] as const).map((ground): [ColourName, ColourName] => [mark, ground]),
  );

  describe.each<Theme>(['light', 'dark'])('%s', (theme) => {
    it.each([...texts, ...shades, ['err', 'surface'] as const, ['ink', 'sel'] as const])(
      'text: %s on %s is at least 4.5',
      (a, b) => {
        expect(contrast(colour(a, theme), colour(b, theme))).toBeGreaterThanOrEqual(4.5);
      },
    );

    it.each([...marks, ['article', 'band'] as const, ['summary', 'band'] as const])(
      'mark: %s on %s is at least 3',
      (a, b) => {
        expect(contrast(colour(a, theme), colour(b, theme))).toBeGreaterThanOrEqual(3);
      },
    );
  });

  it('measures contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});

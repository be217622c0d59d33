import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COLOUR_NAMES, colour, fontStack, type ColourName, type Theme } from './palette.js';
import { readColour, readFont } from './read-tokens.js';

const css = readFileSync('src/styles/tokens.css', 'utf8');

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
  it('names every colour of tokens.css', () => {
    expect(COLOUR_NAMES).toEqual([...css.matchAll(/--q-(\w+): light-dark\(/g)].map(([, name]) => name));
  });

  it('reads values from tokens.css', () => {
    const sheet =
      '--q-ink: light-dark(#010203, #a1b2c3);\n--q-ink2: light-dark(#111111, #222222); --q-sans: Inter, serif;';
    expect([readColour(sheet, 'ink', 'light'), readColour(sheet, 'ink', 'dark')]).toEqual(['#010203', '#a1b2c3']);
    expect(readFont(sheet, 'sans')).toBe('Inter, serif');
    expect(() => readColour(sheet, 'plum', 'light')).toThrow(/no colour --q-plum/);
    expect(() => readFont(sheet, 'serif')).toThrow(/no font --q-serif/);
    expect(colour('summary', 'dark')).toBe(/--q-summary: .*, (#\w+)\)/.exec(css)?.[1]);
    expect(fontStack('serif')).toMatch(/^Charter, .*, serif$/);
  });

  it('colours the icon of the page like the series in the dark theme', () => {
    const icon = readFileSync('public/favicon.svg', 'utf8');
    const used = [...icon.matchAll(/(?:fill|stroke)="(#\w+)"/g)].map(([, value]) => value);
    expect(used).toEqual([
      colour('ink', 'light'),
      colour('summary', 'dark'),
      colour('article', 'dark'),
      colour('article', 'dark'),
    ]);
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

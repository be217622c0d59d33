/** Makes a page look the same on every machine: fixed fonts, a stopped clock, no animation, the light theme. */
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';

const WEIGHTS = [400, 600, 700];
const STYLES = ['normal', 'italic'];
/** The first name of each of the page's font stacks, drawn with a font that comes with the tests. */
const FAMILIES = { Inter: 'inter', Charter: 'source-serif-4' };

const FACES = Object.entries(FAMILIES).flatMap(([family, file]) =>
  WEIGHTS.flatMap((weight) =>
    STYLES.map((style) => ({
      family,
      weight: String(weight),
      style,
      data: readFileSync(`node_modules/@fontsource/${file}/files/${file}-latin-${weight}-${style}.woff2`, 'base64'),
    })),
  ),
);

/** Call it before the page opens. */
export async function keepStill(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.clock.setFixedTime(new Date('2026-01-05T12:00:00Z'));
}

/** Call it once the state is reached. Machines differ in their fonts and in the position of letters between pixels. */
export async function useOwnFonts(page: Page): Promise<void> {
  await page.evaluate(async (faces) => {
    for (const { family, weight, style, data } of faces) {
      const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
      document.fonts.add(await new FontFace(family, bytes, { weight, style }).load());
    }
    const exact = new CSSStyleSheet();
    exact.replaceSync('body { text-rendering: geometricPrecision !important }');
    document.adoptedStyleSheets.push(exact);
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, FACES);
}

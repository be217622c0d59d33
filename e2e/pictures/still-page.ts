/** Makes a page draw the same picture on every machine: fonts of its own, a clock that stands still, nothing that moves. */
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

/** Before the page is opened. */
export async function keepStill(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.clock.setFixedTime(new Date('2026-01-05T12:00:00Z'));
}

/** Once the state is reached. The Charter of one machine is not that of another, nor does each place letters between pixels. */
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

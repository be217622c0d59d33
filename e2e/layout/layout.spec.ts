/**
 * No text runs into another, and nothing is wider than the page: at four widths, with three sets of fonts, and with text twice as large.
 * A pair's number stays on the line of its word, and a disclosure's arrow on the first line of its heading.
 */
import { expect, type Page } from '@playwright/test';
import { test } from '../page-test.js';
import { overlaps } from './overlapping-texts.js';
import { openWith } from '../open-page.js';
import { PAGE_STATES } from '../pictures/page-states.js';
import { useOwnFonts } from '../pictures/still-page.js';

const WIDTHS = [320, 768, 1280, 1920];
/** The browser's own size of text, in pixels: as it comes, and twice as large. */
const TEXT_SIZES = [16, 32];

const FONTS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'the system’s fonts': () => Promise.resolve(),
  'the pictures’ fonts': useOwnFonts,
  // A fifth wider than the page's first choice.
  'a wide font': (page) =>
    page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(":root { --q-sans: 'DejaVu Sans', serif; --q-serif: 'DejaVu Sans', serif }");
      document.adoptedStyleSheets.push(sheet);
    }),
};

const ALL = Object.keys(FONTS);
/** The result has most texts beside each other; the other states are measured with the widest font. */
const MEASURED: Readonly<Record<string, readonly string[]>> = {
  result: ALL,
  'result left open': ['a wide font'],
  unscorable: ['a wide font'],
  comparison: ['a wide font'],
  'comparison texts': ['a wide font'],
  'first visit': ['a wide font'],
  running: ['a wide font'],
};

for (const [name, sets] of Object.entries(MEASURED)) {
  const { play, prepare, reach } = PAGE_STATES[name] as (typeof PAGE_STATES)[string];
  for (const fonts of sets) {
    test(`${name}: no two texts overlap with ${fonts}`, async ({ page }) => {
      test.slow();
      await openWith(page, play, prepare);
      await reach(page);
      await FONTS[fonts]?.(page);
      const devtools = await page.context().newCDPSession(page);
      for (const size of TEXT_SIZES) {
        await devtools.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: size } });
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
          expect.soft(await page.evaluate(overlaps), `${width} px, text of ${size} px`).toEqual([]);
          const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
          expect.soft(scroll, `width of the page at ${width} px, text of ${size} px`).toBeLessThanOrEqual(width);
        }
      }
    });
  }
}

test('a pair’s number is never alone on a line', async ({ page }) => {
  const { play, prepare, reach } = PAGE_STATES['result'] as (typeof PAGE_STATES)[string];
  await openWith(page, play, prepare);
  await reach(page);
  const alone: string[] = [];
  for (let width = 320; width <= 440; width += 4) {
    await page.setViewportSize({ width, height: 900 });
    const found = await page.locator('quals-marked-summary').evaluate((summary) =>
      [...(summary.shadowRoot?.querySelectorAll('.numbers') ?? [])].flatMap((numbers) => {
        const words = [...(summary.shadowRoot?.querySelectorAll('.answer') ?? [])]
          .filter((word) => word.compareDocumentPosition(numbers) === Node.DOCUMENT_POSITION_FOLLOWING)
          .at(-1) as Element;
        const end = [...words.getClientRects()].at(-1) as DOMRect;
        const number = (numbers.querySelector('button') as Element).getBoundingClientRect();
        return number.top < end.bottom && number.bottom > end.top ? [] : [words.textContent ?? ''];
      }),
    );
    alone.push(...found.map((word) => `${word} at ${width} px`));
  }
  expect(alone).toEqual([]);
});

test('an arrow is on the first line of its heading', async ({ page }) => {
  const { play, prepare, reach } = PAGE_STATES['result'] as (typeof PAGE_STATES)[string];
  await page.setViewportSize({ width: 320, height: 900 });
  await openWith(page, play, prepare);
  await reach(page);
  const boxes = await page.locator('quals-disclosure-box').evaluateAll((all) =>
    all.flatMap((box) => {
      const summary = box.shadowRoot?.querySelector('summary');
      const words = summary?.querySelector('span');
      if (!summary || !words?.offsetParent) return [];
      const padding = parseFloat(getComputedStyle(summary).paddingTop);
      return [
        {
          name: words.textContent,
          below: words.getBoundingClientRect().top - summary.getBoundingClientRect().top - padding,
        },
      ];
    }),
  );
  expect(boxes.length).toBeGreaterThan(1);
  // A heading that wraps below its arrow starts a line lower.
  expect(boxes.filter(({ below }) => below > 10)).toEqual([]);
});

/** Every state of the page, with a fake worker: no WCAG violation, no browser error, and it fits narrow and zoomed windows. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from '../page-test.js';
import { openWith } from '../open-page.js';
import { PAGE_STATES } from './page-states.js';
import { FAULT_STATES } from './visit-states.js';

const WINDOW = { width: 1280, height: 720 };
const THEMES = ['light', 'dark'] as const;
/** A small phone, and a window of 1280 px at 200 % zoom. */
const NARROW = [360, 640];

// One page load for all three: most of the time of such a test is the load.
for (const [name, { play, prepare, reach }] of Object.entries({ ...PAGE_STATES, ...FAULT_STATES })) {
  test(`${name}: nothing that axe complains of, light and dark, and it fits 360 px and 200 % zoom`, async ({
    page,
  }) => {
    await page.setViewportSize(WINDOW);
    const complaints = await openWith(page, play, prepare);
    await reach(page);
    for (const colorScheme of THEMES) {
      // A colour that still fades has the contrast of neither theme.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect.soft(await axeViolations(page), colorScheme).toEqual([]);
    }
    for (const width of NARROW) {
      await page.setViewportSize({ width, height: 740 });
      // Charts are drawn anew some frames after the window changes.
      await expect.soft
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth), `width of the page at ${width} px`)
        .toBeLessThanOrEqual(width);
    }
    expect(complaints).toEqual([]);
  });
}

async function axeViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

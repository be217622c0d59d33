/** Every state of the page, with a fake worker: no WCAG violation, no browser error. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { openWith } from './open-page.js';
import type { PageState } from './pictures/page-state.js';
import { PAGE_STATES } from './pictures/page-states.js';
import { FAULT_STATES } from './pictures/visit-states.js';

async function open(page: Page, { play, prepare, reach }: PageState): Promise<string[]> {
  const complaints = await openWith(page, play, prepare);
  await reach(page);
  return complaints;
}

for (const [name, state] of Object.entries({ ...PAGE_STATES, ...FAULT_STATES })) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${name}, ${colorScheme}: nothing that axe complains of`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      const complaints = await open(page, state);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
      expect(complaints).toEqual([]);
    });
  }

  test(`${name}: fits a page of 360 px, and 200 % zoom of 1280`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, state);
    for (const width of [360, 640]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
}

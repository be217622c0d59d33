/** The built page with the tiny model, texts that it can score, and a server that can fail. */
import { expect, test as base, type Page } from '@playwright/test';
import { goldenRows } from '../worker/agreement.js';
import { field, resultRegion, scoreButton } from '../open-page.js';
import { type FaultServer, serveFaults } from './fault-server.js';

// The tiny model keeps pairs of this summary, so that a run goes through every phase.
const [scorable] = goldenRows('tiny').filter(({ quals, kept }) => quals !== null && kept.length > 1);
if (!scorable) throw new Error('The golden values hold no summary with two pairs.');
export const { source: SOURCE, summary: SUMMARY } = scorable;

export const test = base.extend<{ readonly server: FaultServer }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are wanted from the pattern
  server: async ({}, use) => {
    const server = await serveFaults();
    await use(server);
    await server.close();
  },
});

export function openTiny(page: Page, server: FaultServer): Promise<void> {
  return openTexts(page, `${server.url}?model=tiny`, SOURCE, SUMMARY);
}

export async function openTexts(page: Page, url: string, source: string, summary: string): Promise<void> {
  await page.goto(url);
  // The example's texts or earlier ones must not arrive between emptying and filling the field.
  await expect(field(page, 'Article')).not.toHaveValue('');
  await field(page, 'Article').fill(source);
  await field(page, 'Summary').fill(summary);
}

export async function expectTexts(page: Page): Promise<void> {
  await expect(field(page, 'Article')).toHaveValue(SOURCE);
  await expect(field(page, 'Summary')).toHaveValue(SUMMARY);
}

export async function expectResult(page: Page): Promise<void> {
  await expect(resultRegion(page)).toHaveAttribute('data-quals', /^-?\d/, { timeout: 120_000 });
}

export async function score(page: Page): Promise<void> {
  await scoreButton(page).click();
}

/** A fault's title, in the one place where the page shows faults. */
export async function expectFault(page: Page, title: string): Promise<void> {
  await expect(page.locator('quals-model-panel quals-notice-box')).toContainText(title, { timeout: 60_000 });
}

export async function expectReady(page: Page): Promise<void> {
  await expect(page.getByText('Model ready.')).toBeVisible({ timeout: 120_000 });
}

/** Stored files of the model and the runtime. */
export async function storedChecksums(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const cache = await caches.open('quals-model-files');
    const keys = (await cache.keys()).map(({ url }) => new URL(url).pathname);
    return keys.filter((path) => path.startsWith('/model-file/')).map((path) => path.slice('/model-file/'.length));
  });
}

/** What the history does when the browser refuses storage, has no room, or a run goes on. */
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { test } from '../page-test.js';
import { LOADED } from '../fake-scorer/fake-worker.js';
import { fillHistory } from './fill-history.js';
import { NO_MODEL, openHistory, rows } from './open-history.js';
import { field, openWith, resultRegion } from '../open-page.js';
import { seeResult } from '../pictures/page-state.js';
import { SCORED } from '../pictures/result-states.js';

test('an entry that cannot open during a run says so until the run ends', async ({ page }) => {
  await openWith(page, { ...NO_MODEL, load: LOADED });
  await fillHistory(page, 1);
  await field(page, 'Summary').press('Control+Enter');
  await expect(page.locator('quals-run-view')).toBeVisible();
  await openHistory(page);
  await page.getByRole('button', { name: 'Entry 0', exact: true }).click();
  await expect(rows(page).getByRole('alert')).toContainText('A summary is being scored.');
  // Its button is on the page "Score". A run also ends by itself.
  await page.evaluate(() =>
    document.querySelector<Element & { session: { stop(): void } }>('quals-app')?.session.stop(),
  );
  await expect(rows(page).getByRole('alert')).toHaveCount(0);
  await page.getByRole('button', { name: 'Entry 0', exact: true }).click();
  await expect(resultRegion(page)).toBeVisible();
});

test('texts that a full device did not store are stored once an entry is deleted', async ({ page, context }) => {
  await openWith(page, NO_MODEL);
  await fillHistory(page, 1);
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    document.documentElement.dataset['full'] = '';
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...values: Parameters<typeof put>) {
      if (this.name === 'current' && 'full' in document.documentElement.dataset)
        throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, values);
    };
  });
  await field(page, 'Summary').fill('My newest summary.');
  await expect(page.getByText('There is no room to store your newest texts')).toBeVisible();
  await openHistory(page);
  await page.evaluate(() => delete document.documentElement.dataset['full']);
  await page.getByRole('button', { name: 'Delete: Entry 0' }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  const next = await context.newPage();
  await openWith(next, NO_MODEL);
  await expect(field(next, 'Summary')).toHaveValue('My newest summary.');
});

test('a browser that refuses storage says so, and keeps results until the tab closes', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  });
  await openWith(page, SCORED);
  await seeResult(page);
  await openHistory(page);
  await expect(page.getByText('This browser does not let the page store anything')).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await rows(page).getByRole('button').first().click();
  await expect(resultRegion(page)).toBeVisible();
});

test('an entry that cannot be read is listed with its fault, and the others open', async ({ page }) => {
  await openWith(page, NO_MODEL);
  await fillHistory(page, 2, { 1: { recordVersion: 9 } });
  await openHistory(page);
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).filter({ hasText: 'Entry 1' })).toContainText('a newer version of QUALS wrote it (format 9)');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('when storage is full, the oldest entry makes room, and the page says so', async ({ page }) => {
  await openWith(page, SCORED);
  await fillHistory(page, 3);
  // The browser's own refusal, once.
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    let refusals = 1;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...values: Parameters<typeof put>) {
      if (this.name === 'contents' && refusals-- > 0) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, values);
    };
  });
  await seeResult(page);
  await openHistory(page);
  const notice = page
    .locator('quals-notice-box')
    .filter({ has: page.getByRole('group', { name: 'The storage was full' }) });
  await expect(notice).toContainText(/oldest results? that/);
  await expect(rows(page).filter({ hasText: 'Entry 0' })).toHaveCount(0);
  await expect(rows(page).first()).toContainText('Anthony Joshua');
  await page.getByRole('button', { name: 'Close' }).click();
  await page.reload();
  await expect(rows(page).first()).toBeVisible();
  await expect(page.getByRole('group', { name: 'The storage was full' })).toHaveCount(0);
});

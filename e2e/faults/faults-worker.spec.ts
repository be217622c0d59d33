/** The worker, the tab and the memory fail during a score: a plain message, nothing lost, and the next score works. Listed in docs/faults.md. */
import { expect } from '@playwright/test';
import { status } from './fault-server.js';
import { expectFault, expectReady, expectResult, expectTexts, openTiny, score, test } from './tiny-page.js';
import { breakWorkers, BUSY, END, NO_ARRAYS, NO_MEMORY, NO_START, NO_THREAD, whenReporting } from './worker-faults.js';

// Several loads of the model; the machine may be busy.
test.setTimeout(180_000);

const PHASES = [
  'download',
  'prepare',
  'warm-up',
  'self-check',
  'read-summary',
  'write-pairs',
  'keep-pairs',
  'read-source',
  'force-score',
  'answer',
];
const ENDED = 'The browser ended the computation';

test('a worker that ends in any phase is noticed, and Try again scores', async ({ page, server }) => {
  test.setTimeout(240_000);
  await openTiny(page, server);
  let next = (): Promise<void> => score(page);
  for (const phase of PHASES) {
    breakWorkers(server, whenReporting(phase, END));
    await test.step(phase, async () => {
      await next();
      await expectFault(page, ENDED);
      await expectTexts(page);
    });
    next = async () => {
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(page.locator('quals-model-panel quals-notice-box')).toHaveCount(0);
    };
  }
  server.heal();
  await next();
  await expectResult(page);
});

test('a worker whose script is missing is said, and Try again scores', async ({ page, server }) => {
  server.fail(/scorer\.worker/, status(404));
  await openTiny(page, server);
  await score(page);
  await expectFault(page, ENDED);
  server.heal();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expectResult(page);
});

for (const [moment, lines] of [
  ['while the model is prepared', whenReporting('prepare', NO_MEMORY)],
  ['in the middle of the search', whenReporting('write-pairs', NO_ARRAYS)],
  ['while the article is read', whenReporting('read-source', NO_ARRAYS)],
] as const) {
  test(`memory that runs out ${moment} is said, and Try again scores`, async ({ page, server }) => {
    breakWorkers(server, lines);
    await openTiny(page, server);
    await score(page);
    await expectFault(page, 'This device ran out of memory');
    await expectTexts(page);
    server.heal();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expectResult(page);
  });
}

test('a thread that never starts costs the threads, not the score', async ({ page, server }) => {
  breakWorkers(server, NO_THREAD);
  await openTiny(page, server);
  await score(page);
  await expectResult(page);
  await page.goBack();
  await expect(page.locator('quals-model-panel')).toContainText('WASM (1 thread)');
  // Each start has its own worker.
  expect(server.asked.filter((path) => path.includes('scorer.worker'))).toHaveLength(3);
});

test('a runtime that never starts is said, and Try again loads', async ({ page, server }) => {
  breakWorkers(server, NO_START);
  await openTiny(page, server);
  await score(page);
  await expectFault(page, 'The browser did not start the model');
  await expectTexts(page);
  server.heal();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expectReady(page);
  await score(page);
  await expectResult(page);
});

test('a tab that is frozen during a run continues when it wakes', async ({ page, server, context }) => {
  breakWorkers(server, whenReporting('keep-pairs', BUSY));
  await openTiny(page, server);
  await score(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Writing questions', { timeout: 60_000 });
  const session = await context.newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await expectResult(page);
});

test('a page that is closed under a run says so when it is back, with texts and last result', async ({
  page,
  server,
}) => {
  await openTiny(page, server);
  await score(page);
  await expectResult(page);
  const quals = await page.getByRole('region', { name: 'Result' }).getAttribute('data-quals');
  await page.goBack();
  // Never ends: the tab is gone before.
  breakWorkers(server, whenReporting('write-pairs', 'while (true);'));
  await page.reload();
  await expectReady(page);
  await score(page);
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  await page.reload();
  await expectFault(page, 'The page was closed while it was scoring');
  await expectTexts(page);
  await page.getByRole('link', { name: 'result' }).first().click();
  await expect(page.getByRole('region', { name: 'Result' })).toHaveAttribute('data-quals', quals ?? '');
});

test('a worker that computes on and does not hear Stop is replaced, and the next Score works', async ({
  page,
  server,
}) => {
  await openTiny(page, server);
  breakWorkers(server, whenReporting('write-pairs', 'while (true);'));
  await score(page);
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible({ timeout: 60_000 });
  server.heal();
  server.asked.length = 0;
  await page.getByRole('button', { name: 'Stop' }).click();
  await expectReady(page);
  await score(page);
  await expectResult(page);
  expect(server.asked.filter((path) => /bin$|onnx$|wasm$/.test(path))).toEqual([]);
});

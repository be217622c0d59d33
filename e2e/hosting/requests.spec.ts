/** Nothing leaves the machine: every request of a full session, of the page, its worker, its threads and its service worker. */
import { expect, type Page } from '@playwright/test';
import { CONTENT_SECURITY_POLICY } from '../../page-headers.js';
import { expectReady, expectResult, openTiny, score, test } from '../faults/tiny-page.js';

test.use({ serviceWorkers: 'allow' });

test('a whole journey asks its own origin and nobody else, and no directive of the policy is broken', async ({
  context,
  page,
  server,
}) => {
  test.setTimeout(180_000);
  const asked: string[] = [];
  const broken: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  context.on('console', (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) broken.push(message.text());
  });
  await journey(page, () => openTiny(page, server));
  const web = asked.filter((url) => !url.startsWith('data:') && !url.startsWith('blob:'));
  expect(web.filter((url) => !url.startsWith(server.url))).toEqual([]);
  expect(broken).toEqual([]);
  // The list is complete: the server got no other request, except those that install the service worker.
  for (const part of ['weights-00.bin', 'ort-wasm', 'scorer.worker', 'sw.js', 'examples/', 'manifest.json'])
    expect(server.asked.some((path) => path.includes(part))).toBe(true);
  const paths = new Set(web.map((url) => new URL(url).pathname));
  expect(server.asked.filter((path) => !paths.has(path) && path !== '/sw.js' && path !== '/index.html')).toEqual([]);
});

async function journey(page: Page, open: () => Promise<void>): Promise<void> {
  await open();
  await score(page);
  await expectResult(page);
  await page.getByRole('button', { name: 'Export' }).click();
  await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Pairs, CSV' }).click()]);
  await page.getByRole('navigation').getByRole('link', { name: 'How it works' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'How it works' })).toBeVisible();
  await page.reload();
  await page.goBack();
  await page.goBack();
  await expectReady(page);
}

test('the browser refuses connections and scripts that the page has no use for', async ({ page, server }) => {
  await openTiny(page, server);
  const policy = await page.evaluate(async () => {
    const refused = async (work: () => unknown): Promise<boolean> => {
      try {
        await work();
        return false;
      } catch {
        return true;
      }
    };
    const violated: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => violated.push(effectiveDirective));
    const outcomes = {
      connection: await refused(() => fetch('https://example.org/', { mode: 'no-cors' })),
      markup: await refused(() => (document.body.innerHTML = '<b>markup</b>')),
      // In a new task: code that the test tool evaluates is exempt.
      code: await refused(
        () =>
          new Promise((resolve, reject) => {
            setTimeout(() => {
              try {
                resolve(new Function('return 1')());
              } catch (error) {
                reject(error as Error);
              }
            });
          }),
      ),
      worker: await refused(() => new Worker('https://example.org/worker.js')),
    };
    await new Promise((resolve) => setTimeout(resolve));
    return { outcomes, violated };
  });
  expect(policy.outcomes).toEqual({ connection: true, markup: true, code: true, worker: true });
  expect(policy.violated).toContain('connect-src');
});

test('the worker is held by the policy too', async ({ page, server }) => {
  await openTiny(page, server);
  await score(page);
  await expectResult(page);
  const worker = page.workers().find((each) => each.url().includes('scorer.worker'));
  const outcome = await worker?.evaluate(async () => {
    const violation = new Promise((resolve) =>
      addEventListener('securitypolicyviolation', (event) =>
        resolve((event as SecurityPolicyViolationEvent).effectiveDirective),
      ),
    );
    await fetch('https://example.org/', { mode: 'no-cors' }).catch(() => undefined);
    return violation;
  });
  expect(outcome).toBe('connect-src');
});

test('hosts that send no headers still give the page its policy', async ({ request, server }) => {
  const page = await (await request.get(server.url)).text();
  expect(page).toContain(CONTENT_SECURITY_POLICY.replaceAll("'", '&#39;'));
});

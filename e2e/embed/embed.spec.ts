/** The elements for other pages, under a strict policy, without cross-origin isolation, in a page with styles of its own. */
import { expect, type Page } from '@playwright/test';
import { test } from '../page-test.js';
import { readFileSync } from 'node:fs';
import { buildExample, type HostPage, serveHostPage, STRICT_FOR_RESULT, STRICT_FOR_SCORER } from './host-page.js';
import { stylesInside, stylesOf } from './computed-styles.js';
import { gzippedSize } from './script-size.js';
import { SOURCE, SUMMARY } from '../faults/tiny-page.js';

const RECORD = JSON.parse(readFileSync('examples/embed/public/record.json', 'utf8')) as {
  readonly measures: { readonly quals: number };
};
const BUILT = '.cache/embed-example';
const DIST = process.env['QUALS_DIST'] ?? 'dist';

/** Everything that a page's style sheet may do to what is in it. */
const HOSTILE = `
html { font-size: 40px; line-height: 3; letter-spacing: 5px; }
* { color: red !important; letter-spacing: 9px !important; text-transform: uppercase !important; font: 30px cursive !important;
  text-align: right !important; word-spacing: 20px !important; text-indent: 3em !important; padding: 7px !important; }
p, h2, h3, button, span, svg { display: none !important; }
`;
const content = (sheet: string): string => `<!doctype html><html lang="en"><head><title>Host</title>
<link rel="stylesheet" href="./${sheet}"><script type="module" src="./lib/quals-result.js"></script></head>
<body><main><h1 class="note">A title</h1><p class="score">Words <a href="#x">link</a></p><button class="primary">Go</button>
<table><tr><th>A</th></tr></table></main>
<div><quals-result id="one" src="./record.json"></quals-result><quals-result id="two"></quals-result></div></body></html>`;

const PAGES = { '/plain.html': content('plain.css'), '/hostile.html': content('hostile.css') };
const SHEETS = {
  '/plain.css': 'quals-result { width: 900px; }',
  '/hostile.css': `${HOSTILE} quals-result { width: 900px; padding: 0 !important; }`,
};
const HOST = { '/': 'examples/embed/public/', '/lib/': 'dist-lib/' };

function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return complaints;
}

for (const [element, least, most] of [
  ['quals-result', 20_000, 60_000],
  ['quals-scorer', 100_000, 200_000],
] as const) {
  test(`<${element}> is smaller than ${most / 1000} kB gzipped, with all scripts that it imports`, () => {
    const scripts = new Set<string>();
    const size = gzippedSize(`./${element}.js`, 'dist-lib', scripts);
    expect(scripts.size).toBeGreaterThan(1);
    expect(size).toBeGreaterThan(least);
    expect(size).toBeLessThan(most);
  });
}

test.describe('<quals-result>', () => {
  let host: HostPage;
  test.beforeAll(async () => {
    host = await serveHostPage(STRICT_FOR_RESULT, HOST, { ...PAGES, ...SHEETS });
  });
  test.afterAll(() => host.close());

  test('shows a stored result and tells what happens, under a strict policy', async ({ page }) => {
    const complaints = complaintsOf(page);
    await page.goto(`${host.url}plain.html`);
    const one = page.locator('#one');
    await expect(one.getByText(RECORD.measures.quals.toFixed(3).replace('-', '−')).first()).toBeVisible();
    await expect(one.locator('quals-marked-summary')).toContainText(
      "has a 'chink in his armour' ahead of his world heavyweight",
    );
    await expect(one.locator('quals-token-chart [role=option]').first()).toBeVisible();
    // A box of the figure has a width: the policy did not block it.
    const box = await one.locator('quals-token-chart [role=option]').first().boundingBox();
    expect(box?.width).toBeGreaterThan(8);

    await page.evaluate(() => {
      const events: unknown[] = [];
      Object.assign(window, { events });
      for (const name of ['quals-result', 'quals-error', 'quals-pair'] as const)
        document.addEventListener(name, (event) => {
          const { detail, target } = event as CustomEvent<Record<string, unknown>>;
          events.push([
            name,
            (target as Element).id,
            detail['code'] ?? detail['index'] ?? detail['record'] !== undefined,
          ]);
        });
    });
    // The article contradicts the answer of pair 4, so the element shows it first.
    await one.getByRole('button', { name: 'Next pair' }).click();
    await expect(one.getByText(/Pair 5 of \d/)).toBeVisible();
    await expect(page.locator('#two')).toContainText('No result yet.');
    await page.evaluate(async () => {
      const two = document.querySelector('#two') as HTMLElement & { record: unknown; src: string };
      two.record = { format: 'quals-result', version: 99 };
      two.record = (document.querySelector('#one') as unknown as { record: unknown }).record;
    });
    await expect(page.locator('#two').getByText(/Pair 4 of \d/)).toBeVisible();
    await expect(one.getByText(/Pair 5 of \d/)).toBeVisible();
    await page.evaluate(() => document.querySelector('#two')?.setAttribute('src', './none.json'));
    await expect(page.locator('#two').getByRole('alert')).toContainText('answers with status 404');
    expect(await page.evaluate(() => (window as unknown as { events: unknown }).events)).toEqual([
      ['quals-pair', 'one', 4],
      ['quals-error', 'two', 'newer'],
      ['quals-result', 'two', true],
      ['quals-error', 'two', 'unreachable'],
    ]);
    expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
  });

  test('no style passes the border, in either direction', async ({ page }) => {
    const shown = page.locator('#one').getByText(/Pair 4 of \d/);
    await page.goto(`${host.url}plain.html`);
    await expect(shown).toBeVisible();
    const inPlain = await stylesInside(page.locator('#one'));
    const own = page.locator('main, main *');
    const withElements = await stylesOf(own);
    await page.route('**/quals-result.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    await page.goto(`${host.url}plain.html`);
    expect(withElements).toEqual(await stylesOf(own));
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);

    await page.unroute('**/quals-result.js');
    await page.goto(`${host.url}hostile.html`);
    await expect(shown).toBeVisible();
    expect(inPlain.length).toBeGreaterThan(100);
    expect(await stylesInside(page.locator('#one'))).toEqual(inPlain);
  });
});

test.describe('the example page', () => {
  test.setTimeout(240_000);
  let host: HostPage;
  test.beforeAll(async () => {
    await buildExample(BUILT);
    host = await serveHostPage(STRICT_FOR_SCORER, { '/': `${BUILT}/`, '/quals/': `${DIST}/` });
  });
  test.afterAll(() => host.close());

  test('scores in the page of others, on one thread, and leaves the document alone', async ({ page }) => {
    const complaints = complaintsOf(page);
    await page.goto(host.url);
    const before = { url: page.url(), title: await page.title() };
    const scorer = page.locator('#scorer');
    await expect(page.locator('#told')).toContainText(`stored: QUALS ${RECORD.measures.quals.toFixed(2)}`);
    await expect(scorer.getByRole('textbox', { name: 'Summary', exact: true })).not.toHaveValue('');
    // Our policy does not hold here, so the element does not promise it.
    await expect(scorer).toContainText('The page around it can read them.');
    await expect(scorer).not.toContainText('Your browser enforces this');
    // The tiny model: a new element, since the folder is read when it connects.
    await page.evaluate(
      ([source, summary]) => {
        const tiny = document.createElement('quals-scorer') as HTMLElement & Record<string, unknown>;
        Object.assign(tiny, { id: 'tiny', base: './quals/', model: 'tiny', device: 'wasm', source, summary });
        document.querySelector('#scorer')?.after(tiny);
      },
      [SOURCE, SUMMARY] as const,
    );
    const tiny = page.locator('#tiny');
    await expect(tiny.getByRole('textbox', { name: 'Summary', exact: true })).toHaveValue(SUMMARY);
    await tiny.getByRole('button', { name: 'Score', exact: true }).click();
    await expect(tiny.getByRole('region', { name: 'Result' })).toBeVisible({ timeout: 180_000 });
    await expect(tiny.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(page.locator('#told')).toContainText(/tiny: QUALS -?\d/);
    await expect(tiny.locator('quals-run-line')).toContainText('1 thread');
    await expect(tiny.locator('quals-model-panel')).toContainText('It uses one core');
    await expect(scorer.getByRole('region', { name: 'Result' })).toHaveCount(0);
    expect({ url: page.url(), title: await page.title() }).toEqual(before);
    expect(await page.evaluate(() => [document.adoptedStyleSheets.length, crossOriginIsolated])).toEqual([0, false]);
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Trebuchet');
    expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
  });

  test('the library gives numbers without an element', async ({ page }) => {
    const complaints = complaintsOf(page);
    await page.goto(`${host.url}numbers.html?model=tiny`);
    await page.locator('#source').fill(SOURCE);
    await page.locator('#summary').fill(SUMMARY);
    await page.getByRole('button', { name: 'Score' }).click();
    await expect(page.locator('#output')).toHaveText(/^QUALS -?\d+\.\d{3}$/, { timeout: 180_000 });
    await page.locator('#summary').fill('');
    await page.getByRole('button', { name: 'Score' }).click();
    await expect(page.locator('#output')).toContainText('summary-empty: Add a summary to score');
    expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
  });
});

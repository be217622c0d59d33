/** Texts travel in a link that no server sees. What somebody sent is text, and nothing happens with it without a click. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from './page-test.js';
import { readFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { SOURCE, SUMMARY } from './fake-scorer/sample-result.js';
import { field, openWith, resultRegion, scoreButton } from './open-page.js';
import { SCORED } from './pictures/result-states.js';

const linkOf = (texts: object): string => {
  const content = JSON.stringify({ format: 'quals-texts', version: 1, protocol: 'matched', preset: 'full', ...texts });
  return `./#share=1.${deflateRawSync(content).toString('base64url')}`;
};

const sent = (page: Page) => page.getByRole('region', { name: 'Somebody sent you these texts' });

/** As a person opens a link that somebody sent. */
async function follow(page: Page, link: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(link);
}

test('a link brings texts and settings to another person, who decides', async ({ page, browser }) => {
  const complaints = await openWith(page, SCORED);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await field(page, 'Article').fill('An article about Zürich 🥊.');
  await field(page, 'Summary').fill('A summary.');
  await page.getByText('Settings', { exact: true }).click();
  await page.getByRole('radio', { name: '20 paths (quick)' }).check({ force: true });
  await page.getByText('Share these texts').click();
  await expect(page.getByText('No server sees them')).toBeVisible();
  await page.getByRole('button', { name: 'Make a link' }).click();
  const link = await page.getByRole('textbox', { name: 'Link to these texts' }).inputValue();
  expect(link).toMatch(/^http:\/\/localhost:\d+\/#share=1\.[\w-]+$/);
  await expect(page.getByRole('textbox', { name: 'Link to these texts' })).toBeFocused();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  // A link to texts that have changed would mislead.
  await field(page, 'Summary').fill('Another summary.');
  await expect(page.getByRole('button', { name: 'Make a link' })).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await openWith(other, SCORED);
  await field(other, 'Summary').fill('What I typed.');
  other.on('request', (request) => asked.push(request.url()));
  await other.goto(link);
  await expect(sent(other).getByRole('heading', { level: 2 })).toBeFocused();
  await expect(sent(other)).toContainText('An article about Zürich 🥊.');
  await expect(sent(other)).toContainText('matched protocol, quick preset. They replace yours.');
  await expect(field(other, 'Summary')).toHaveValue('What I typed.');
  expect((await new AxeBuilder({ page: other }).analyze()).violations).toEqual([]);
  await sent(other).getByRole('button', { name: 'Put them into the fields' }).press('Enter');
  await expect(field(other, 'Article')).toHaveValue('An article about Zürich 🥊.');
  await expect(field(other, 'Summary')).toHaveValue('A summary.');
  await expect(other.getByText('Matched protocol, quick: 20 paths', { exact: true })).toBeVisible();
  await expect(sent(other)).toHaveCount(0);
  await expect(resultRegion(other)).toHaveCount(0);
  expect(new URL(other.url()).hash).toBe('');
  await other.getByRole('button', { name: 'Restore them' }).click();
  await expect(field(other, 'Summary')).toHaveValue('What I typed.');
  // The fragment never left the browser.
  expect(asked.filter((url) => url.includes('share'))).toEqual([]);
  expect(complaints).toEqual([]);
  await other.context().close();
});

test('texts that are not used leave everything as it was', async ({ page }) => {
  await openWith(page, SCORED);
  await field(page, 'Summary').fill('What I typed.');
  await page.goto(linkOf({ source: 'Their article.', summary: 'Their summary.' }));
  await expect(sent(page)).toBeVisible();
  // Other pages open and come back.
  await page.getByRole('navigation').getByRole('link', { name: 'How it works' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'How it works' })).toBeVisible();
  await page.goBack();
  await sent(page).getByRole('button', { name: 'Do not use them' }).click();
  await expect(sent(page)).toHaveCount(0);
  await expect(field(page, 'Summary')).toHaveValue('What I typed.');
  await expect(page.getByRole('button', { name: 'Restore them' })).toHaveCount(0);
  await page.reload();
  await expect(scoreButton(page)).toBeVisible();
  await expect(sent(page)).toHaveCount(0);
});

test('markup and characters that turn text around are shown as what they are', async ({ page }) => {
  const complaints = await openWith(page, SCORED);
  const source =
    '<img src=x onerror="document.title=1"><script>document.title=1</script>${alert(1)} \u202Eexe.tnemucod\u202C';
  await follow(page, linkOf({ source, summary: '</div></section><h1>Your model is broken</h1>\u2066' }));
  await expect(sent(page)).toContainText('<script>document.title=1</script>${alert(1)} ⟨U+202E⟩exe.tnemucod⟨U+202C⟩');
  await expect(sent(page)).toContainText('</div></section><h1>Your model is broken</h1>⟨U+2066⟩');
  await expect(sent(page)).toContainText('3 characters in these texts can change the order');
  await expect(page.locator('main img, main script')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Your model is broken' })).toHaveCount(0);
  await sent(page).getByRole('button', { name: 'Put them into the fields' }).click();
  await expect(field(page, 'Article')).toHaveValue(source);
  await expect(page).not.toHaveTitle('1');
  expect(complaints).toEqual([]);
});

test('a damaged or newer link says so, and changes nothing', async ({ page }) => {
  await openWith(page, SCORED);
  await field(page, 'Summary').fill('What I typed.');
  const fault = page.getByRole('region', { name: 'The shared texts cannot be opened' });
  for (const [fragment, words] of [
    [linkOf({ source: SOURCE, summary: SUMMARY }).slice(0, -30), 'incomplete or was changed'],
    ['./#share=9.AAAA', 'A newer version of this page'],
    [
      `./#share=1.${deflateRawSync(Buffer.alloc(40_000_000, 0x20)).toString('base64url')}`,
      'more text than this page reads',
    ],
  ] as const) {
    await page.goto(fragment);
    await expect(fault).toContainText(words);
    await fault.getByRole('button', { name: 'Close' }).click();
    await expect(fault).toHaveCount(0);
    await expect(field(page, 'Summary')).toHaveValue('What I typed.');
  }
});

test('texts that are too long for a link become a file, which opens the same way', async ({ page }) => {
  await openWith(page, SCORED);
  // Random, so that it does not compress.
  const article = Array.from({ length: 1500 }, (_, n) =>
    Math.sin(n + 1)
      .toString(36)
      .slice(3),
  ).join(' ');
  await field(page, 'Article').fill(article);
  await page.getByText('Share these texts').click();
  await page.getByRole('button', { name: 'Make a link' }).click();
  await expect(page.getByText(/The link would have [\d,]+ characters/)).toContainText('8,000');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the texts as a file' }).click(),
  ]);
  const content = await readFile(await download.path());
  await field(page, 'Article').fill('Mine.');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Open a saved result' }).click(),
  ]);
  await chooser.setFiles({ name: 'quals-texts.json', mimeType: 'application/json', buffer: content });
  await expect(sent(page)).toContainText(article.slice(0, 80));
  await expect(field(page, 'Article')).toHaveValue('Mine.');
});

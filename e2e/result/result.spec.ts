/** The result with keys alone, in forced colours and with reduced motion. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from '../page-test.js';
import type { ScoredPair, Span } from '../../src/core/score.js';
import { sampleResult } from '../fake-scorer/sample-result.js';
import { openWith, scoreButton } from '../open-page.js';
import { seeResult } from '../pictures/page-state.js';
import { SCORED } from '../pictures/result-states.js';

/** The name of the focused element, through shadow roots. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.getAttribute('aria-label') ?? active?.textContent?.replace(/\s+/gu, ' ').trim() ?? '';
  });
}

/** Presses Tab until the focus is on what `name` describes. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (name.test(await focusedName(page))) return;
  }
  throw new Error(`60 presses of Tab did not lead to ${name}; focus is on “${await focusedName(page)}”.`);
}

test('a person without a pointer reads the whole result', async ({ page }) => {
  await openWith(page, SCORED);
  await scoreButton(page).press('Control+Enter');
  // The verdict has the focus, so that screen readers read it first.
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  await tabTo(page, /^Pair 3: What does Anthony Joshua have\?/);
  await page.keyboard.press('Enter');
  await expect(page.locator('quals-token-chart[data-letter=a]')).toContainText('What does Anthony Joshua have?');
  await expect(page.locator('quals-says-instead')).toContainText('an IBF title');

  await tabTo(page, /^1 .*Who has a chink in his armour\?/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('quals-token-chart[data-letter=a]')).toContainText('Whose armour has a chink in it?');

  await tabTo(page, /^How the search went/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tree')).toBeVisible();
  await tabTo(page, /^What, probability/);
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('treeitem').first()).toHaveAttribute('aria-expanded', 'false');

  await tabTo(page, /given the summary, .* given the article, /);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.locator('quals-token-detail')).toContainText(/token 1 of \d+/);
  await tabTo(page, /^The same numbers as a table$/);
  await page.keyboard.press('Enter');
  await expect(page.locator('quals-token-table').first()).toBeVisible();

  await tabTo(page, /^passage \d+$/);
  await page.keyboard.press('Enter');
  await expect(page.locator('quals-article-pane [data-linked]')).toBeFocused();
});

test('in forced colours lines and outlines say what shades say, and axe has nothing to complain of', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await openWith(page, SCORED);
  await seeResult(page);
  const lines = await page.locator('quals-marked-summary quals-gap-legend').evaluate((element) =>
    [...(element.shadowRoot?.querySelectorAll('.steps li') ?? [])].map((step) => {
      const { borderBottomStyle, borderBottomWidth } = getComputedStyle(step);
      return `${borderBottomStyle} ${borderBottomWidth}`;
    }),
  );
  expect(new Set(lines).size).toBe(7);
  const outline = (row: number): Promise<string> =>
    page
      .locator('quals-answers-table tr[data-index]')
      .nth(row)
      .evaluate((element) => getComputedStyle(element).outlineStyle);
  expect([await outline(0), await outline(1)]).toEqual(['solid', 'none']);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
});

/** Number of elements, also in shadow roots, whose changes are animated. */
function countSlowChanges(page: Page): Promise<number> {
  return page.evaluate(() => {
    const isSlow = (element: Element, pseudo?: string): boolean => {
      const { transitionDuration, animationName } = getComputedStyle(element, pseudo);
      return transitionDuration.split(', ').some((duration) => parseFloat(duration) > 0) || animationName !== 'none';
    };
    const within = (root: Document | ShadowRoot): Element[] =>
      [...root.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? within(each.shadowRoot) : [])]);
    return within(document).filter((each) => isSlow(each) || isSlow(each, '::before')).length;
  });
}

test('with reduced motion everything changes at once', async ({ page }) => {
  await openWith(page, SCORED);
  await seeResult(page);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await countSlowChanges(page)).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await countSlowChanges(page)).toBe(0);
});

test('a pair that is selected is marked at once, and its figure follows', async ({ page }) => {
  await openWith(page, SCORED);
  await seeResult(page);
  const row = page.getByRole('row', { name: /What is at stake in the bout/ });
  await row.click();
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('quals-says-instead')).toContainText('IBF title');
  await expect(page.locator('quals-token-detail')).toContainText('in A');
});

test('a result that was stored before paths were has no tree, and nothing in its place', async ({ page }) => {
  const { outcome } = SCORED.score;
  if (!outcome?.ok || outcome.value.kind !== 'scored') throw new Error('The sample is not scored.');
  const { paths, ...before } = outcome.value;
  expect(paths).toHaveLength(60);
  await openWith(page, { ...SCORED, score: { progress: [], outcome: { ok: true, value: before } } });
  await seeResult(page);
  await expect(page.locator('quals-search-paths')).toBeAttached();
  await expect(page.locator('quals-search-paths quals-disclosure-box')).toHaveCount(0);
});

test('an unclear question comes after the clear ones, keeps its number, and counts', async ({ page }) => {
  const result = sampleResult();
  const [first, ...others] = result.pairs as [ScoredPair, ...ScoredPair[]];
  const count = result.pairs.length;
  // The summary gives the first pair's answer back with a probability of 0.01 at most.
  const unclear = first.tokens.map((token) =>
    token.part === 'answer' ? { ...token, summaryLogProb: Math.log(0.01) } : token,
  );
  const value = { ...result, pairs: [{ ...first, tokens: unclear }, ...others] };
  await openWith(page, { ...SCORED, score: { progress: [], outcome: { ok: true, value } } });
  await seeResult(page);
  const rows = page.locator('quals-answers-table tbody tr');
  await expect(rows).toHaveCount(count + 1);
  await expect(rows.first()).toContainText('Whose armour has a chink in it?');
  // The verdict names its answer, so the figure shows it.
  await expect(rows.last()).toHaveAttribute('aria-selected', 'true');
  await expect(rows.nth(count - 1)).toContainText('Unclear questions');
  await expect(rows.last()).toContainText('Who has a chink in his armour?');
  await expect(rows.last().locator('.place')).toHaveText('1');
  // Tab leads to the first row.
  await expect(rows.first()).toHaveAttribute('tabindex', '0');
  await rows.first().focus();
  await page.keyboard.press('End');
  await expect(rows.last()).toBeFocused();
  await page.setViewportSize({ width: 360, height: 800 });
  await expect(rows.filter({ visible: true })).toHaveCount(4);
  await page.getByRole('button', { name: /^Show the other/ }).click();
  await expect(rows.filter({ visible: true })).toHaveCount(count + 1);
});

test('an answer with a marked word says so in the list', async ({ page }) => {
  const result = sampleResult();
  const [first] = result.pairs as [ScoredPair];
  const [span] = first.answerSpans as [Span];
  const firstLook = {
    unsupported: 0.9,
    words: [{ ...span, probability: 0.9 }],
    sourceLogProb: -2,
    levels: { strong: { from: 0.6, wrong: 0.6 } },
  };
  await openWith(page, {
    ...SCORED,
    score: { progress: [], outcome: { ok: true, value: { ...result, firstLook } } },
  });
  await seeResult(page);
  const row = (name: RegExp) => page.getByRole('row', { name });
  await expect(row(/Who has a chink in his armour/)).toContainText('strong mark');
  await expect(row(/What kind of title bout/)).not.toContainText('mark');
});

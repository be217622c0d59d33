/** The journeys that every browser must make, with the shipped model. Each test goes on where the one before it ended. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { axeViolations } from './axe.js';
import type { Browser, Key, OpenBrowser } from './browser.js';
import { ARTICLE, RIGHT_NUMBER, SUMMARY, WRONG_NUMBER } from './journey-texts.js';
import { RUN_LIMIT, SCRIPT_LIMIT } from './limits.js';
import {
  focusedName,
  mainHeading,
  mainText,
  markedWords,
  pageStored,
  sharesMemory,
  shownScore,
  spokenMarks,
  texts,
} from './page-reading.js';
import { type PageServer, startPageServer } from './page-server.js';

const SCORE_BUTTON = 'quals-run-controls button.primary';
const FULL = '60 paths (full)';
const QUICK = '20 paths (quick)';

export function describeJourneys(name: string, open: OpenBrowser): void {
  describe(name, () => {
    let server: PageServer;
    let browser: Browser;

    beforeAll(async () => {
      browser = await open();
      server = await startPageServer();
    }, RUN_LIMIT);

    afterAll(async () => {
      await browser?.quit();
      await server?.stop();
    }, SCRIPT_LIMIT);

    it('opens the page with an example', async () => {
      await browser.open(server.url);
      await expect.poll(() => browser.read(mainText)).toContain('Worked example');
      expect(await browser.read(() => crossOriginIsolated)).toBe(true);
      expect(await axeViolations(browser)).toEqual([]);
    });

    it('takes texts, a setting and a run by keys alone, and stops the run', async () => {
      await tabTo(browser, 'Article');
      await replaceText(browser, ARTICLE);
      await tabTo(browser, 'Summary');
      await replaceText(browser, SUMMARY);
      expect(await browser.read(texts)).toEqual([ARTICLE, SUMMARY]);
      await tabUntil(browser, (focused) => focused.startsWith('Settings'));
      await browser.press('Enter');
      await tabTo(browser, FULL);
      await browser.press('ArrowRight');
      expect(await browser.read(focusedName)).toBe(QUICK);
      await browser.press('Control', 'Enter');
      await untilHeading(browser, /^Writing questions/u);
      await browser.press('Escape');
      await untilHeading(browser, /^Find the part of a summary/u);
      expect(await browser.read(texts)).toEqual([ARTICLE, SUMMARY]);
    });

    it('marks the wrong number without a click, and not the right one', async () => {
      const looked = (summary: string) => expect.poll(() => browser.read(markedWords, summary));
      await looked(SUMMARY).toContain(WRONG_NUMBER);
      expect(await browser.read(spokenMarks)).toBe('');
      await tabBackTo(browser, 'Read the marked words');
      await browser.press('Enter');
      await expect.poll(() => browser.read(spokenMarks)).toContain(`“${WRONG_NUMBER}”`);

      const right = SUMMARY.replace(WRONG_NUMBER, RIGHT_NUMBER);
      await tabBackTo(browser, 'Summary');
      await replaceText(browser, right);
      await looked(right).not.toBeNull();
      expect(await browser.read(markedWords, right)).not.toContain(RIGHT_NUMBER);
      await tabTo(browser, 'Read the marked words');
      await browser.press('Enter');
      await expect.poll(() => browser.read(spokenMarks)).not.toBe('');
      expect(await browser.read(spokenMarks)).not.toContain(`“${RIGHT_NUMBER}”`);
      expect(await axeViolations(browser)).toEqual([]);

      await tabBackTo(browser, 'Summary');
      await replaceText(browser, SUMMARY);
      expect(await browser.read(texts)).toEqual([ARTICLE, SUMMARY]);
    });

    it('scores after that, with the number of the score command', async () => {
      await browser.press('Control', 'Enter');
      await expect.poll(() => browser.read(shownScore), { timeout: RUN_LIMIT }).toBe(inject('commandScore'));
      expect(await browser.read(focusedName)).toBe(await browser.read(mainHeading));
      expect(await axeViolations(browser)).toEqual([]);
    });

    it('starts and scores without its server', async () => {
      expect(await browser.read(pageStored)).toBe(true);
      await server.stop();
      await browser.open(`${server.url}#`);
      await browser.reload();
      await expect.poll(() => browser.read(mainText), { timeout: RUN_LIMIT }).toContain('Ready to work offline.');
      expect(await browser.read(texts)).toEqual([ARTICLE, SUMMARY]);
      if (!(await browser.read(sharesMemory))) expect(await browser.read(mainText)).toContain('WASM (1 thread)');
      await browser.click(SCORE_BUTTON);
      await untilHeading(browser, /^Writing questions/u);
      await expect.poll(() => browser.read(shownScore), { timeout: RUN_LIMIT }).toBe(inject('commandScore'));
    });

    it('has no error', async () => {
      expect(await browser.complaints()).toEqual([]);
    });
  });
}

async function untilHeading(browser: Browser, heading: RegExp): Promise<void> {
  await expect.poll(() => browser.read(mainHeading), { timeout: RUN_LIMIT }).toMatch(heading);
}

async function replaceText(browser: Browser, text: string): Promise<void> {
  await browser.press('Control', 'a');
  await browser.type(text);
}

function tabTo(browser: Browser, name: string): Promise<void> {
  return tabUntil(browser, (focused) => focused === name);
}

function tabBackTo(browser: Browser, name: string): Promise<void> {
  return tabUntil(browser, (focused) => focused === name, ['Shift', 'Tab']);
}

async function tabUntil(
  browser: Browser,
  reached: (focused: string) => boolean,
  keys: readonly Key[] = ['Tab'],
): Promise<void> {
  const passed: string[] = [];
  while (passed.length < 80) {
    const focused = await browser.read(focusedName);
    if (reached(focused)) return;
    passed.push(focused.replaceAll(/\s+/gu, ' ').slice(0, 40));
    await browser.press(...keys);
  }
  throw new Error(`80 presses of ${keys.join('+')} did not lead there, but to: ${passed.join('; ')}.`);
}

/** Firefox through WebDriver BiDi. */
import puppeteer, { type Page } from 'puppeteer-core';
import type { Browser, Key } from './browser.js';
import { findProgram } from './find-program.js';
import { SCRIPT_LIMIT, WINDOW } from './limits.js';

export async function openFirefox(): Promise<Browser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findProgram('firefox-esr', 'firefox-esr'),
    headless: true,
    defaultViewport: WINDOW,
    timeout: SCRIPT_LIMIT,
    protocolTimeout: SCRIPT_LIMIT,
  });
  const page = await browser.newPage();
  const complaints = complaintsOf(page);
  return { ...controls(page), complaints: () => Promise.resolve(complaints), quit: () => browser.close() };
}

function controls(page: Page): Omit<Browser, 'complaints' | 'quit'> {
  return {
    open: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    read: (script, ...args) => page.evaluate(script as never, ...args),
    runScript: async (source) => void (await page.evaluate(source)),
    click: (selector) => page.click(selector),
    press: (...keys) => pressTogether(page, keys),
    type: (text) => page.keyboard.type(text),
  };
}

async function pressTogether(page: Page, keys: readonly Key[]): Promise<void> {
  for (const key of keys) await page.keyboard.down(key);
  for (const key of keys.toReversed()) await page.keyboard.up(key);
}

function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return complaints;
}

/** axe-core in the page that a browser shows. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Browser } from './browser.js';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** Each violation with the elements that it is about. */
export async function axeViolations(browser: Browser): Promise<readonly string[]> {
  await browser.runScript(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return browser.read(async () => {
    const { violations } = await window.axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });
}

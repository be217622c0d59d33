/** A state of the page for tests: the worker's behaviour in it, and how a person reaches it. */
import { expect, type Page } from '@playwright/test';
import type { Play } from '../fake-scorer/fake-worker.js';
import { resultRegion, scoreButton } from '../open-page.js';

export interface PageState {
  readonly play: Play;
  readonly reach: (page: Page) => Promise<void>;
  /** Runs before the page opens, for instance to change a response of the server. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  /** The picture shows the whole page; otherwise the visible part once the state is reached. */
  readonly whole?: boolean;
}

/** Presses Score and waits for a text. */
export const seeText =
  (text: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await scoreButton(page).click();
    await expect(page.getByText(text).first()).toBeVisible();
  };

/** Presses Score and waits for the result. */
export async function seeResult(page: Page): Promise<void> {
  await scoreButton(page).click();
  await expect(resultRegion(page)).toBeVisible();
}

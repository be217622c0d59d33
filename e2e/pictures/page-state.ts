/** A state of the page that tests look at: how the worker behaves in it, and how a person gets there. */
import { expect, type Page } from '@playwright/test';
import type { Play } from '../fake-scorer/fake-worker.js';
import { resultRegion, scoreButton } from '../open-page.js';

export interface PageState {
  readonly play: Play;
  readonly reach: (page: Page) => Promise<void>;
  /** Before the page is opened, for instance another answer of the server. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  /** Its picture is the whole page; otherwise what a person sees without scrolling, once the state is reached. */
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

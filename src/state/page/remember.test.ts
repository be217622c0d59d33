import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SOURCE, UNSCORABLE } from '../../../e2e/fake-scorer/sample-result.js';
import { shareLocks } from '../../storage/testing/shared-locks.js';
import { createPageState, type PageState } from '../page-state.js';
import { remember } from './remember.js';

const OTHER = `${SOURCE} Another article.`;

/** A tab's own storage; a copy of another's is that of a duplicated tab. */
type SessionStorage = Map<string, string>;

interface Tab {
  readonly storage: SessionStorage;
  readonly state: PageState;
  readonly visit: AbortController;
}

let tabs: Tab[];

/** A new tab, or with `storage` one that is reloaded or duplicated. */
async function open(storage: SessionStorage = new Map()): Promise<Tab> {
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => void storage.set(key, value),
  });
  const tab = { storage, state: createPageState(), visit: new AbortController() };
  await remember(tab.state, tab.visit.signal);
  tabs.push(tab);
  return tab;
}

async function close({ visit }: Tab): Promise<void> {
  visit.abort();
  await settled();
}

/** All of them are closed, and have written the last of their texts, before the first opens again. */
async function reload(...closing: readonly Tab[]): Promise<PageState[]> {
  for (const tab of closing) await close(tab);
  const opened: PageState[] = [];
  for (const { storage } of closing) opened.push((await open(storage)).state);
  return opened;
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

/** The comparison of an article, with a score of its first summary. */
function compare({ state }: Tab, source: string): void {
  const texts = { source, summary: `Summary of ${source}` };
  state.compareAlso(texts, { texts, result: UNSCORABLE, createdAt: null });
}

const scoredArticles = ({ $comparison }: PageState): (string | undefined)[] =>
  $comparison.get().summaries.map(({ scored }) => scored?.texts.source);

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  shareLocks();
  tabs = [];
});
afterEach(async () => {
  await Promise.all(tabs.map(close));
  vi.unstubAllGlobals();
});

it('gives each tab its own texts back', async () => {
  const first = await open();
  const second = await open();
  first.state.editTexts({ source: 'Of the first.' });
  second.state.editTexts({ source: 'Of the second.' });
  const again = await reload(first, second);
  expect(again.map(({ $texts }) => $texts.get().source)).toEqual(['Of the first.', 'Of the second.']);
});

it('never puts the scores of one tab to the comparison of another', async () => {
  const first = await open();
  const second = await open();
  compare(first, SOURCE);
  compare(second, OTHER);
  const again = await reload(first, second);
  expect(again.map(({ $comparison }) => $comparison.get().source)).toEqual([SOURCE, OTHER]);
  expect(again.map((state) => scoredArticles(state)[0])).toEqual([SOURCE, OTHER]);
});

it('goes on in a new tab with what the last one had, also with texts that were put aside', async () => {
  const first = await open();
  first.state.editTexts({ source: 'My own.' });
  first.state.replaceTexts({ source: 'An example.', summary: '' });
  await close(first);
  const { state } = await open();
  expect(state.$texts.get().source).toBe('An example.');
  state.takeBack();
  expect(state.$texts.get().source).toBe('My own.');
});

it('keeps the texts of a duplicated tab apart', async () => {
  const first = await open();
  first.state.editTexts({ source: 'Of the first.' });
  const second = await open(new Map(first.storage));
  second.state.editTexts({ source: 'Of the second.' });
  const again = await reload(first, second);
  expect(again.map(({ $texts }) => $texts.get().source)).toEqual(['Of the first.', 'Of the second.']);
});

it('reads what a version without tabs of their own stored', async () => {
  const request = indexedDB.open('quals', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('current').put({ source: 'Of long ago.', summary: '' }, 'texts');
  };
  await settled();
  request.result.close();
  const first = await open();
  expect(first.state.$texts.get().source).toBe('Of long ago.');
  expect((await open()).state.$texts.get().source).toBe('Of long ago.');
});

it('stores what had no room when another page opens, once there is room', async () => {
  const tab = await open();
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('', 'QuotaExceededError');
  });
  tab.state.changeSettings({ theme: 'dark' });
  await settled();
  expect(tab.state.$storage.get()).toBe('full');
  put.mockRestore();
  tab.state.goTo('help');
  await settled();
  expect(tab.state.$storage.get()).toBe('kept');
  expect((await open()).state.$settings.get().theme).toBe('dark');
});

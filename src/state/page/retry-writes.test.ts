import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPageState, type PageState } from '../page-state.js';
import { forgetStudy } from '../study/forget-study.js';
import { retryWrites } from './retry-writes.js';

let state: PageState;
let visit: AbortController;
let retry: ReturnType<typeof vi.fn<() => Promise<void>>>;
const [page, document] = [new EventTarget(), new EventTarget()];

beforeEach(() => {
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('document', document);
  [state, visit, retry] = [createPageState(), new AbortController(), vi.fn(() => Promise.resolve())];
  state.history.start(visit.signal);
  retryWrites(state, { retry }, visit.signal);
});
afterEach(() => {
  visit.abort();
  vi.unstubAllGlobals();
});

const MOMENTS: readonly [string, () => unknown][] = [
  ['the tab closes', () => page.dispatchEvent(new Event('pagehide'))],
  ['a person leaves the tab or comes back', () => document.dispatchEvent(new Event('visibilitychange'))],
  ['another page opens', () => state.goTo('help')],
  ['an entry of the history is deleted', () => state.history.remove({ id: 'a', title: '', fault: { kind: 'gone' } })],
  ['a batch is deleted', () => state.history.removeBatch('b')],
  ['a study is deleted', () => forgetStudy(state, 's')],
  ['the whole history is deleted', () => state.history.clear()],
];

it.each(MOMENTS)('tries again when %s', async (_, happen) => {
  await happen();
  expect(retry).toHaveBeenCalledOnce();
});

it('ends with the visit', async () => {
  visit.abort();
  for (const [, happen] of MOMENTS) await happen();
  expect(retry).not.toHaveBeenCalled();
});

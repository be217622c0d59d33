import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPageState, type PageState } from '../../state/page-state.js';
import { chooseExample } from './read-examples.js';

const PAGE = new URL('https://example.org/');

let state: PageState;
const choose = (id: string): Promise<void> => chooseExample(state, PAGE, id);

beforeEach(() => {
  state = createPageState();
  vi.stubGlobal('fetch', async (url: URL) => {
    const id = url.pathname.slice('/examples/'.length, -'.json'.length);
    return Response.json({ id, title: id, note: '', source: `Article ${id}.`, summary: `Summary ${id}.`, result: {} });
  });
});
afterEach(() => vi.unstubAllGlobals());

it('keeps the person’s own texts, also those made of an example', async () => {
  state.editTexts({ source: 'My own.' });
  await choose('a');
  state.editTexts({ summary: 'Edited.' });
  await choose('b');
  await choose('c');
  expect(state.$putAside.get()).toEqual([
    { source: 'Article a.', summary: 'Edited.' },
    { source: 'My own.', summary: '' },
  ]);
});

it('puts the two texts into the fields, and nothing else of the example', async () => {
  await choose('a');
  expect(state.$texts.get()).toEqual({ source: 'Article a.', summary: 'Summary a.' });
  expect(state.$example.get()?.id).toBe('a');
});

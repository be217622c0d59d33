import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { COMPARED } from '../../../e2e/fake-scorer/sample-comparison.js';
import { SOURCE } from '../../../e2e/fake-scorer/sample-result.js';
import { createPageState, type PageState } from '../page-state.js';
import { areOneComparison, keepComparison, openKeptComparison } from './keep-comparison.js';

let tab: AbortController;
let state: PageState;

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  tab = new AbortController();
  state = createPageState();
  state.history.start(tab.signal);
});
afterEach(() => tab.abort());

/** Adds so many of the sample's summaries with their scores. */
function score(count: number): void {
  state.editArticle(SOURCE);
  for (const [index, { name, summary, result }] of COMPARED.slice(0, count).entries()) {
    const id = state.$comparedTexts.get().summaries[index]?.id ?? state.addSummary() ?? '';
    state.editSummary(id, { name, summary });
    state.keepScore(id, { texts: { source: SOURCE, summary }, result, createdAt: `2026-11-29T12:00:0${index}.000Z` });
  }
}

async function kept() {
  await state.history.read();
  return state.$history.get().items ?? [];
}

it('is one entry, named by its article, also when a summary is added', async () => {
  score(1);
  await keepComparison(state);
  expect(await kept()).toEqual([]);
  score(2);
  await keepComparison(state);
  expect(await kept()).toMatchObject([{ entry: { kind: 'compare', results: 2, scored: 2 } }]);
  score(3);
  await keepComparison(state);
  const [item, ...others] = await kept();
  expect(others).toEqual([]);
  expect(item).toMatchObject({ entry: { kind: 'compare', results: 3 } });
  expect(item?.title.slice(0, 20)).toBe(SOURCE.slice(0, 20));
  expect((await state.history.readTexts()).get(item?.id ?? '')).toContain('conseq');
});

it('opens with its names and scores, and the present comparison stays aside', async () => {
  score(3);
  await keepComparison(state);
  const [item] = await kept();
  const before = state.$comparison.get();
  const decoded = await state.history.readRecords(item?.id ?? '');
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.fault));
  expect(areOneComparison(decoded.records)).toBe(true);

  const later = createPageState();
  later.editArticle('Another article.');
  openKeptComparison(later, decoded.records, item?.id ?? '');
  const opened = later.$comparison.get();
  const from = { kind: 'history', title: item?.title };
  expect(opened.source).toBe(SOURCE);
  expect(opened.summaries.map(({ name, summary, scored }) => ({ name, summary, scored }))).toEqual(
    before.summaries.map(({ name, summary, scored }) => ({ name, summary, scored: { ...scored, from } })),
  );
  expect(later.$comparedAside.get().map(({ source }) => source)).toEqual(['Another article.']);
  expect([later.$place.get(), later.$compareView.get()]).toEqual(['compare', 'results']);
  // The same once more adds nothing to what is aside.
  openKeptComparison(later, decoded.records, item?.id ?? '');
  expect(later.$comparedAside.get()).toHaveLength(1);
});

it('is none for records of two articles, or of one summary', async () => {
  score(2);
  await keepComparison(state);
  const decoded = await state.history.readRecords((await kept())[0]?.id ?? '');
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.fault));
  const [first, second] = decoded.records;
  if (!second) throw new Error('one record');
  expect(areOneComparison([first])).toBe(false);
  expect(areOneComparison([first, { ...second, texts: { ...second.texts, source: 'Other.' } }])).toBe(false);
});

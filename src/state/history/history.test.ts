import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleResult, SOURCE, SUMMARY, UNSCORABLE } from '../../../e2e/fake-scorer/sample-result.js';
import { encodeResult } from '../../core/record/encode-record.js';
import type { ResultRecord } from '../../core/record/result-record.js';
import { openHistoryDatabase } from '../../storage/history/history-database.js';
import { createHistoryState } from './history.js';

const RECORD = encodeResult(sampleResult(), {
  texts: { source: SOURCE, summary: SUMMARY },
  createdAt: '2026-11-29T12:00:00.000Z',
  run: { device: 'wasm', detail: '2 threads', seconds: 9.3, requests: 0 },
});
const QUALS = RECORD.measures['quals'];
const named = (summary: string): ResultRecord => ({
  ...encodeResult(UNSCORABLE, { texts: { source: 'An article.', summary }, createdAt: null }),
  paths: undefined,
});

const tabs: AbortController[] = [];

function openTab() {
  const tab = new AbortController();
  tabs.push(tab);
  const state = createHistoryState();
  state.history.start(tab.signal);
  return state;
}

async function itemsOf({ $history, history }: ReturnType<typeof createHistoryState>) {
  await history.read();
  return $history.get().items ?? [];
}

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => {
  for (const tab of tabs.splice(0)) tab.abort();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('a kept result', () => {
  it('is the same in a later visit', async () => {
    await openTab().history.keep({ kind: 'single', records: [RECORD] });
    const later = openTab();
    const [item, ...others] = await itemsOf(later);
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      title:
        "Anthony Joshua has a 'chink in his armour' ahead of his world heavyweight title bout with Wladimir Klitschko, says…",
      entry: { kind: 'single', results: 1, scored: 1, pinned: false, lowest: QUALS, highest: QUALS, mean: QUALS },
    });
    expect(await later.history.readRecords(item?.id ?? '')).toEqual({ ok: true, records: [RECORD] });
    expect(String((await later.history.readTexts()).get(item?.id ?? ''))).toContain('chink in his armour');
  });

  it('of several summaries is one entry with its range of scores', async () => {
    const { history, ...tab } = openTab();
    const lower = { ...RECORD, pairs: RECORD.pairs.slice(0, 1) };
    const records = [RECORD, named('No score.'), { ...lower, measures: { quals: -9, answerGap: -9 } }];
    await history.keep({ kind: 'compare', title: ' Three systems ', records });
    const [item] = await itemsOf({ history, ...tab });
    expect(item).toMatchObject({
      title: 'Three systems',
      entry: { results: 3, scored: 2, lowest: -9, highest: QUALS },
    });
    expect(item?.entry?.mean).toBeCloseTo((Number(QUALS) - 9) / 2, 12);
  });

  it('that goes on with an earlier one replaces it, with its name and its pin, unless a result would be lost', async () => {
    const { history, ...tab } = openTab();
    const [first, second] = [named(`${SUMMARY} First.`), named(`${SUMMARY} Second.`)];
    const continues = await history.keep({ kind: 'compare', title: 'Article', records: [RECORD, first] });
    await history.rename(continues ?? '', 'Mine');
    await history.pin(continues ?? '', true);
    expect(await history.keep({ kind: 'compare', title: 'Article', records: [RECORD, first, second], continues })).toBe(
      continues,
    );
    expect(await itemsOf({ history, ...tab })).toMatchObject([{ title: 'Mine', entry: { results: 3, pinned: true } }]);
    // The first summary was edited: its earlier result stays.
    const edited = await history.keep({ kind: 'compare', title: 'Article', records: [RECORD, second], continues });
    expect(edited).not.toBe(continues);
    expect(await itemsOf({ history, ...tab })).toHaveLength(2);
  });

  it('of a batch names the batch, is one entry for all its runs, and goes with it', async () => {
    const { history, ...tab } = openTab();
    const batch = { kind: 'batch', title: 'rows.csv', batch: 'b1', rows: 4 } as const;
    await history.keep({ ...batch, scores: [-1], texts: ['A Bridge'] });
    await history.keep({ ...batch, scores: [-1, -3], texts: ['A Bridge'] });
    const [item, ...others] = await itemsOf({ history, ...tab });
    expect(others).toEqual([]);
    const entry = { kind: 'batch', batch: 'b1', results: 4, scored: 2, lowest: -3, highest: -1, mean: -2 };
    expect(item).toMatchObject({ title: 'rows.csv', entry });
    expect((await history.readTexts()).get(item?.id ?? '')).toBe('a bridge');
    await history.reportFault(item?.id ?? '', { kind: 'gone' });
    expect(await itemsOf({ history, ...tab })).toMatchObject([{ title: 'rows.csv', fault: { kind: 'gone' } }]);
    await history.removeBatch('b1');
    expect(await itemsOf({ history, ...tab })).toEqual([]);
  });

  it('is renamed, pinned, deleted and brought back as it was', async () => {
    const tab = openTab();
    await tab.history.keep({ kind: 'single', records: [RECORD] });
    const id = (await itemsOf(tab))[0]?.id ?? '';
    await tab.history.rename(id, 'Boxing');
    await tab.history.pin(id, true);
    const [item] = await itemsOf(tab);
    expect(item).toMatchObject({ title: 'Boxing', entry: { pinned: true } });
    if (!item) throw new Error('nothing kept');
    const removed = await tab.history.remove(item);
    expect(await itemsOf(tab)).toEqual([]);
    if (removed) await tab.history.restore(removed);
    expect(await itemsOf(tab)).toEqual([item]);
    expect(await tab.history.readRecords(id)).toMatchObject({ ok: true });
    await tab.history.clear();
    expect(await itemsOf(tab)).toEqual([]);
  });
});

it('keeps nothing once it is turned off, in any tab, and leaves what is there', async () => {
  const [one, other] = [openTab(), openTab()];
  await one.history.keep({ kind: 'single', records: [RECORD] });
  await one.history.turn(false);
  await other.history.keep({ kind: 'single', records: [RECORD] });
  expect(await itemsOf(other)).toHaveLength(1);
  expect(other.$history.get().isOn).toBe(false);
});

it('shows in one tab what another does', async () => {
  const [one, other] = [openTab(), openTab()];
  await other.history.read();
  await one.history.keep({ kind: 'single', records: [RECORD] });
  await vi.waitFor(() => expect(other.$history.get().items).toHaveLength(1));
});

const put = async (id: string, rows: Record<string, unknown>): Promise<void> =>
  (await openHistoryDatabase(() => undefined)).write(id, rows);

it('reads an entry of the first version, and changes it into the present one with the next change', async () => {
  const tab = openTab();
  const id = (await tab.history.keep({ kind: 'single', records: [RECORD] })) ?? '';
  // As version 1 stored them.
  const first = {
    title: 'Old',
    keptAt: '2026-11-01T12:00:00.000Z',
    pinned: true,
    bytes: 9,
    version: 1,
    recordVersion: 1,
  };
  await put(id, { entries: { ...first, kind: 'single', results: 1, lowest: -0.5, highest: -0.5 } });
  await put('none', {
    entries: { ...first, kind: 'single', results: 1, lowest: null, highest: null },
    contents: new Uint8Array(1),
  });
  await put('many', {
    entries: { ...first, kind: 'batch', results: 3, lowest: -2, highest: -1 },
    contents: new Uint8Array(1),
  });
  const entryOf = async (which: string) => (await itemsOf(tab)).find((item) => item.id === which)?.entry;
  expect(await entryOf(id)).toMatchObject({
    pinned: true,
    results: 1,
    scored: 1,
    lowest: -0.5,
    mean: -0.5,
    version: 2,
  });
  expect(await entryOf('none')).toMatchObject({ scored: 0, lowest: null, mean: null });
  expect(await entryOf('many')).toMatchObject({ kind: 'batch', results: 3, scored: null, lowest: -2, mean: null });
  expect(await tab.history.readRecords(id)).toEqual({ ok: true, records: [RECORD] });
  await tab.history.rename('many', 'New');
  const { entries } = await (await openHistoryDatabase(() => undefined)).read('many');
  expect(entries).toMatchObject({ title: 'New', version: 2, results: 3, scored: null });
});

describe('an entry that cannot be read is listed with its fault', () => {
  it('if a newer version wrote it, or it is damaged', async () => {
    const tab = openTab();
    await tab.history.keep({ kind: 'single', title: 'Good', records: [RECORD] });
    const [good] = await itemsOf(tab);
    const entry = good?.entry;
    await put('a', { entries: { ...entry, title: 'Later', recordVersion: 2 }, contents: new Uint8Array(1) });
    await put('b', { entries: { ...entry, title: 'Odd', lowest: 'low' }, contents: new Uint8Array(1) });
    await put('c', { entries: 'nonsense', contents: new Uint8Array(1) });
    await put('d', { entries: { ...entry, title: 'Empty' } });
    const items = (await itemsOf(tab)).filter(({ id }) => id !== good?.id);
    expect(items).toEqual([
      { id: 'a', title: 'Later', fault: { kind: 'newer', version: 2 } },
      { id: 'b', title: 'Odd', fault: { kind: 'damaged', field: 'lowest' } },
      { id: 'c', title: '', fault: { kind: 'damaged', field: 'entry' } },
      { id: 'd', title: 'Empty', fault: { kind: 'damaged', field: 'results' } },
    ]);
  });

  it('if its results are damaged, which opening it shows', async () => {
    const tab = openTab();
    await tab.history.keep({ kind: 'single', title: 'Cut', records: [RECORD] });
    const id = (await itemsOf(tab))[0]?.id ?? '';
    const { contents } = await (await openHistoryDatabase(() => undefined)).read(id);
    await put(id, { contents: (contents as Uint8Array).slice(0, -9) });
    const fault = { kind: 'damaged', field: 'results' };
    expect(await tab.history.readRecords(id)).toEqual({ ok: false, fault });
    expect(tab.$history.get().items).toEqual([{ id, title: 'Cut', fault }]);
  });
});

describe('where storage fails', () => {
  it('keeps results until the tab closes, and says so', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
    const tab = openTab();
    await tab.history.keep({ kind: 'single', records: [RECORD] });
    const [item] = await itemsOf(tab);
    expect(tab.$history.get()).toMatchObject({ place: 'tab', refusal: 'refused' });
    expect(await tab.history.readRecords(item?.id ?? '')).toEqual({ ok: true, records: [RECORD] });
  });

  it('says that a newer version of the page changed the database', async () => {
    await new Promise<void>((resolve) => {
      const opening = indexedDB.open('quals-history', 2);
      opening.onsuccess = () => {
        opening.result.close();
        resolve();
      };
    });
    const tab = openTab();
    await tab.history.read();
    expect(tab.$history.get()).toMatchObject({ place: 'tab', refusal: 'newer-page' });
  });

  it('gives way to a newer version in another tab', async () => {
    const tab = openTab();
    await tab.history.read();
    const upgraded = new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('quals-history', 2);
      opening.onblocked = () => reject(new Error('blocked'));
      opening.onsuccess = () => resolve();
    });
    await upgraded;
    await tab.history.keep({ kind: 'single', records: [RECORD] });
    expect(tab.$history.get()).toMatchObject({ place: 'tab', refusal: 'newer-page' });
  });

  it('reports another fault and does not reject', async () => {
    const tab = openTab();
    await tab.history.read();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('disk', 'UnknownError');
    });
    await tab.history.keep({ kind: 'single', records: [RECORD] });
    expect(tab.$history.get().notice).toMatchObject({ kind: 'failed', detail: expect.stringContaining('disk') });
  });
});

it('does nothing for an embedded page', async () => {
  const { history, $history } = createHistoryState();
  await history.keep({ kind: 'single', records: [RECORD] });
  await history.read();
  expect($history.get()).toEqual({ place: 'none', isOn: false, items: undefined });
});

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
      entry: { kind: 'single', results: 1, pinned: false, lowest: QUALS, highest: QUALS },
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
    expect(item).toMatchObject({ title: 'Three systems', entry: { results: 3, lowest: -9, highest: QUALS } });
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

describe('an entry that cannot be read is listed with its fault', () => {
  const put = async (id: string, rows: Record<string, unknown>): Promise<void> =>
    (await openHistoryDatabase(() => undefined)).write(id, rows);

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

import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { sampleResult, SOURCE, SUMMARY, UNSCORABLE } from '../../../e2e/fake-scorer/sample-result.js';
import { encodeResult } from '../../core/record/encode-record.js';
import { decodeRecordLines } from '../../core/record/record-lines.js';
import type { ResultRecord } from '../../core/record/result-record.js';
import { createPageState } from '../page-state.js';
import { idOfRecords, storeRecords } from './batch-of-records.js';
import { keepBatch, recordLinesOf } from './keep-batch.js';

const texts = { source: SOURCE, summary: SUMMARY };
const A = encodeResult(sampleResult(), { texts, createdAt: '2026-11-29T12:00:00.000Z', name: 'a' });
const B = encodeResult(UNSCORABLE, { texts: { ...texts, source: `${SOURCE} More.` }, createdAt: null, name: 'b' });
const OTHER: ResultRecord = { ...A, name: 'c', method: { ...A.method, protocol: 'released' } };
const RECORDS = [A, B, OTHER];

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));

it('makes a row of each record; a score of another method is left out', async () => {
  const { batchDatabase } = createPageState();
  const { batch, entries } = await storeRecords(batchDatabase, 'x', 'two.jsonl', RECORDS);
  expect(batch).toMatchObject({ name: 'two.jsonl', rows: 3, method: A.method, createdAt: A.createdAt });
  expect(entries.map(({ id, article, score }) => [id, article, score?.outcome])).toEqual([
    ['a', 0, 'scored'],
    ['b', 1, 'unscorable'],
    ['c', 0, undefined],
  ]);
  expect(entries[0]?.score).toMatchObject({ quals: A.measures['quals'], pairs: A.pairs.length });
  expect(entries[2]?.problem).toContain('released protocol');
  expect(await batchDatabase.readResult('x', 0)).toEqual(JSON.parse(JSON.stringify(A)));
});

it('stores the results of one file once', async () => {
  const { batchDatabase } = createPageState();
  const id = await idOfRecords(RECORDS);
  expect(await idOfRecords(structuredClone(RECORDS))).toBe(id);
  expect(await idOfRecords([A, B])).not.toBe(id);
  const first = await storeRecords(batchDatabase, id, 'two.jsonl', RECORDS);
  expect(await storeRecords(batchDatabase, id, 'copy.jsonl', RECORDS)).toMatchObject(first);
  expect(await batchDatabase.readBatches()).toHaveLength(1);
});

it('is kept in the history as one entry, whose file has the records', async () => {
  const state = createPageState();
  const tab = new AbortController();
  state.history.start(tab.signal);
  await storeRecords(state.batchDatabase, 'x', 'two.jsonl', RECORDS);
  await keepBatch(state, 'x');
  await keepBatch(state, 'x');
  await state.history.read();
  const quals = A.measures['quals'];
  expect(state.$history.get().items).toMatchObject([
    { title: 'two.jsonl', entry: { batch: 'x', results: 3, scored: 1, mean: quals } },
  ]);
  const searched = [...(await state.history.readTexts()).values()].join();
  expect(searched).toContain('chink in his armour');
  expect(searched).toContain(' more.');
  const { lines, results } = await recordLinesOf(state.batchDatabase, 'x');
  expect(results).toBe(2);
  expect(decodeRecordLines(await lines.text())).toMatchObject({ ok: true, records: [{ name: 'a' }, { name: 'b' }] });
  tab.abort();
});

import { expect, it } from 'vitest';
import { sampleResult, SOURCE, SUMMARY } from '../../../e2e/fake-scorer/sample-result.js';
import { encodeResult, encodeResults } from '../../core/record/encode-record.js';
import { type FoundEntry, entriesIn } from './read-entries.js';

const RECORD = encodeResult(sampleResult(), { texts: { source: SOURCE, summary: SUMMARY }, createdAt: null });
const HEAD = {
  format: 'quals-history',
  version: 1,
  id: 'a-1',
  kind: 'compare',
  title: 'Two systems',
  keptAt: '2026-11-29T12:00:00.000Z',
  pinned: true,
  results: 2,
};

async function all(file: Blob): Promise<(FoundEntry | string)[]> {
  const found: (FoundEntry | string)[] = [];
  for await (const each of entriesIn(file)) found.push(each);
  return found;
}

function read(...parts: readonly unknown[]): Promise<(FoundEntry | string)[]> {
  const text = parts.map((part) => (typeof part === 'string' ? part : `${JSON.stringify(part)}\n`)).join('');
  return all(new Blob([text]));
}

it('reads an exported history: each entry with its records', async () => {
  const single = { ...HEAD, id: 'b', kind: 'single', results: 1 };
  expect(await read(HEAD, RECORD, '\n', RECORD, single, RECORD)).toEqual([
    { head: HEAD, records: [RECORD, RECORD] },
    { head: single, records: [RECORD] },
  ]);
});

it('goes on behind an entry that it cannot read, and takes none of its records', async () => {
  const good = { ...HEAD, id: 'good', results: 1 };
  expect(await read({ ...HEAD, version: 2 }, RECORD, RECORD, good, RECORD)).toEqual([
    expect.stringMatching(/^Line 1, “Two systems”: a newer version of QUALS wrote it \(format 2\)/),
    { head: good, records: [RECORD] },
  ]);
  expect(await read({ ...HEAD, kind: 'odd' }, RECORD, good, RECORD)).toEqual([
    'Line 1, “Two systems”: it is damaged: “kind” is missing or wrong.',
    { head: good, records: [RECORD] },
  ]);
  expect(await read(HEAD, RECORD, { ...RECORD, pairs: 'none' }, good, RECORD)).toEqual([
    'Line 3, “Two systems”: it is damaged: “pairs” is missing or wrong.',
    { head: good, records: [RECORD] },
  ]);
});

it('says where an entry is cut off', async () => {
  expect(await read(HEAD, RECORD)).toEqual(['Line 1: the file ends before all results of this entry.']);
  expect(await read(HEAD, RECORD, JSON.stringify(RECORD).slice(0, 99))).toEqual([
    expect.stringContaining('Line 3, “Two systems”'),
  ]);
});

it('reads the files of the export menu', async () => {
  expect(await read(JSON.stringify(RECORD, null, 1))).toEqual([{ records: [RECORD] }]);
  expect(await read(encodeResults([RECORD, RECORD]))).toEqual([{ records: [RECORD, RECORD] }]);
  expect(await read(RECORD, RECORD)).toEqual([{ records: [RECORD, RECORD] }]);
  expect(await read('\uFEFF', RECORD)).toEqual([{ records: [RECORD] }]);
});

it('refuses what is not UTF-8', async () => {
  const bytes = new Blob([new Uint8Array([0x22, 0xff, 0x22])]);
  expect(await all(bytes)).toEqual([expect.stringContaining('not JSON')]);
});

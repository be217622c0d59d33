import { expect, it } from 'vitest';
import type { StoredBatch } from '../../state/batch/batch.js';
import { createPageState } from '../../state/page-state.js';
import { openKept } from './open-kept.js';

const BATCH: StoredBatch = {
  id: 'b',
  name: 'xsum.jsonl',
  createdAt: '2026-01-04T10:00:00Z',
  rows: 0,
  columns: {
    source: 'document',
    summary: 'summary',
    id: null,
    system: null,
    label: null,
    reference: null,
    scoreReferences: false,
  },
  notes: [],
};
const ENTRY = { id: 'a', title: 'My rows', kind: 'batch', batch: BATCH } as const;

function setUp(readRows: () => Promise<readonly unknown[]>) {
  const state = createPageState();
  const batchDatabase = { ...state.batchDatabase, readRows, readScores: () => Promise.resolve([]) };
  return { ...state, batchDatabase } as typeof state;
}

it('opens a batch on its page', async () => {
  const state = setUp(() => Promise.resolve([]));
  await openKept(state, ENTRY);
  expect([state.$batch.get(), state.$place.get(), state.$notOpened.get()]).toEqual([
    { kind: 'open', batch: BATCH },
    'batch',
    '',
  ]);
});

it('says that the browser could not read the rows of a batch, and stays where it is', async () => {
  const state = setUp(() => Promise.reject(new DOMException('Closing.', 'InvalidStateError')));
  state.goTo('history');
  await openKept(state, ENTRY);
  expect(state.$notOpened.get()).toContain('“My rows” was not opened: the browser could not read');
  expect([state.$batch.get().kind, state.$place.get()]).toEqual(['choose', 'history']);
});

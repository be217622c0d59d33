import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { countStatuses } from '../../../state/batch/batch-entry.js';
import { type Answer, CANCELLED, DONE, fault, scoreIn, stored } from './testing/stored-rows.js';

it('scores rows of one article after one another', async () => {
  const { asked, run } = await scoreIn(await stored(), () => DONE);
  expect(asked).toEqual(['First.', 'Third.', 'Second.']);
  expect(run).toEqual({ kind: 'ended', by: 'end' });
});

it('goes on in a later visit with the rows that wait, and keeps the results', async () => {
  const batch = await stored();
  const first = await scoreIn(batch, (summary) => (summary === 'First.' ? DONE : CANCELLED));
  expect(first.run).toEqual({ kind: 'ended', by: 'stop' });
  const second = await scoreIn(batch, () => DONE);
  expect(second.asked).toEqual(['Second.', 'Third.']);
  expect(countStatuses(second.entries)).toEqual({ scored: 3, unscorable: 0, failed: 0, waiting: 0 });
  const record = await batch.database.readResult(batch.id, 0);
  expect(record).toMatchObject({ format: 'quals-result', texts: { source: 'Article one.', summary: 'First.' } });
});

it('refuses another model: its scores would not compare', async () => {
  const batch = await stored();
  await scoreIn(batch, (summary) => (summary === 'First.' ? DONE : CANCELLED));
  const { asked, run, entries } = await scoreIn(batch, () => DONE, '9.9.9');
  expect(asked).toEqual([]);
  expect(run).toMatchObject({ kind: 'halted', reason: { kind: 'other-method' } });
  expect(countStatuses(entries).scored).toBe(1);
});

it('does not store a score of another method, as after a change of the settings', async () => {
  const other: Answer =
    DONE.ok && DONE.value.kind === 'done'
      ? { ok: true, value: { ...DONE.value, result: { ...DONE.value.result, normalisation: 0 } } }
      : DONE;
  const { run, entries } = await scoreIn(await stored(), () => other);
  expect(run).toMatchObject({ kind: 'halted', reason: { kind: 'other-method' } });
  expect(countStatuses(entries).waiting).toBe(3);
});

it('goes on after a row that cannot be scored', async () => {
  const { entries } = await scoreIn(await stored(), (summary) =>
    summary === 'First.' ? fault('source-too-long') : DONE,
  );
  expect(countStatuses(entries)).toMatchObject({ scored: 2, failed: 1, waiting: 0 });
});

it('halts where the model cannot be loaded: the rows wait, none is called failed', async () => {
  const { asked, run, entries } = await scoreIn(await stored(), () => fault('network-failed'));
  expect(asked).toHaveLength(1);
  expect(run).toMatchObject({ kind: 'halted', reason: { kind: 'fault', fault: { code: 'network-failed' } } });
  expect(countStatuses(entries).waiting).toBe(3);
});

it('halts where every row ends the worker', async () => {
  const { run, entries } = await scoreIn(await stored(), () => fault('out-of-memory'));
  expect(run).toMatchObject({ kind: 'halted', reason: { kind: 'fault' } });
  expect(countStatuses(entries)).toMatchObject({ failed: 2, waiting: 1 });
});

it('halts where the device is full, and keeps the score for an export', async () => {
  const batch = await stored();
  const writeScore = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  const { run, entries } = await scoreIn({ ...batch, database: { ...batch.database, writeScore } }, () => DONE);
  expect(run).toMatchObject({ kind: 'halted', reason: { kind: 'storage' } });
  expect(countStatuses(entries)).toMatchObject({ scored: 1, waiting: 2 });
});

import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { MODEL } from '../../../../e2e/fake-scorer/fake-worker.js';
import { sampleResult } from '../../../../e2e/fake-scorer/sample-result.js';
import { NORMALISATION } from '../../../core/text/normalisation.js';
import { countStatuses } from '../../../state/batch/batch-entry.js';
import { type Answer, DONE, fault, RUN, scoreIn, stored } from './testing/stored-rows.js';

describe('rows that are scored again', () => {
  const scored = async () => {
    const batch = await stored();
    await scoreIn(batch, (summary) => (summary === 'Second.' ? fault('source-too-long') : DONE));
    return batch;
  };

  it('are all of them, with another model', async () => {
    const batch = await scored();
    const result = { ...sampleResult(), normalisation: NORMALISATION, model: { id: MODEL.id, version: '9.9.9' } };
    const done: Answer = { ok: true, value: { kind: 'done', result, createdAt: '2026-01-06T12:00:00Z', run: RUN } };
    const { asked, entries } = await scoreIn(batch, () => done, '9.9.9', { again: 'all' });
    expect(asked).toEqual(['First.', 'Third.', 'Second.']);
    expect(countStatuses(entries).scored).toBe(3);
    expect(await batch.database.readBatch(batch.id)).toMatchObject({ method: { model: { version: '9.9.9' } } });
  });

  it('are those that failed, and no others', async () => {
    const { asked, entries } = await scoreIn(await scored(), () => DONE, '0.0.0', { again: 'failed' });
    expect(asked).toEqual(['Second.']);
    expect(countStatuses(entries).scored).toBe(3);
  });

  it('keep their results where the run does not begin', async () => {
    const batch = await scored();
    const { run, entries } = await scoreIn(batch, () => DONE, '9.9.9', { again: 'all', isLent: false });
    expect(run).toEqual({ kind: 'halted', reason: { kind: 'busy' } });
    expect(countStatuses(entries)).toMatchObject({ scored: 2, failed: 1 });
    expect(await batch.database.countScores(batch.id)).toBe(3);
  });

  it('keep their results where the browser deletes none, and the run says so', async () => {
    const batch = await scored();
    const deleteScores = () => Promise.reject(new DOMException('refused', 'UnknownError'));
    const database = { ...batch.database, deleteScores };
    const { asked, run, entries } = await scoreIn({ ...batch, database }, () => DONE, '9.9.9', { again: 'all' });
    expect(asked).toEqual([]);
    expect(run).toMatchObject({ kind: 'halted', reason: { kind: 'storage' } });
    expect(countStatuses(entries)).toMatchObject({ scored: 2, failed: 1 });
    expect(await batch.database.readBatch(batch.id)).toMatchObject({ method: { model: { version: '0.0.0' } } });
  });
});

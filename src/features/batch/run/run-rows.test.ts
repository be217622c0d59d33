import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { MODEL } from '../../../../e2e/fake-scorer/fake-worker.js';
import { sampleResult } from '../../../../e2e/fake-scorer/sample-result.js';
import type { Outcome } from '../../../core/errors.js';
import type { Cancelled } from '../../../core/score.js';
import { NORMALISATION } from '../../../core/text/normalisation.js';
import { countStatuses } from '../../../state/batch/batch-entry.js';
import { createPageState, type PageState } from '../../../state/page-state.js';
import type { ScoredOne, Session } from '../../../state/scoring/session.js';
import { createBatchDatabase } from '../../../storage/batch-database.js';
import { storeInput } from '../input/store-input.js';
import type { Again } from './rows-again.js';
import { runRows } from './run-rows.js';

type Answer = Outcome<ScoredOne | Cancelled>;

const COLUMNS = {
  source: 'article',
  summary: 'summary',
  id: 'id',
  system: null,
  label: null,
  reference: null,
  scoreReferences: false,
};
const run = { device: 'wasm', detail: '', seconds: 2, requests: 0 } as const;
const DONE: Answer = {
  ok: true,
  value: {
    kind: 'done',
    result: { ...sampleResult(), normalisation: NORMALISATION },
    createdAt: '2026-01-05T12:00:00Z',
    run,
  },
};
const CANCELLED: Answer = { ok: true, value: { kind: 'cancelled' } };
const fault = (code: 'source-too-long' | 'network-failed' | 'out-of-memory'): Answer => ({
  ok: false,
  fault: { code, detail: code },
});

let databases = 0;
/** Rows 1 and 3 are of one article. */
const ROWS = ['id,article,summary', '1,Article one.,First.', '2,Article two.,Second.', '3,Article one.,Third.'].join(
  '\n',
);

async function stored(rows = ROWS) {
  const database = createBatchDatabase(`batches ${(databases += 1)}`);
  const { batch } = await storeInput({ name: 'rows.csv', blob: new Blob([rows]) }, COLUMNS, database, () => undefined);
  return { database, id: batch.id };
}

/** A page that opens the batch; `answer` says how each summary ends. */
async function scoreIn(
  { database, id }: Awaited<ReturnType<typeof stored>>,
  answer: (summary: string) => Answer,
  version = '0.0.0',
  { again, isLent = true }: { readonly again?: Again; readonly isLent?: boolean } = {},
) {
  const state: PageState = createPageState();
  const asked: string[] = [];
  const session = {
    load: async () => state.$model.set({ kind: 'ready', model: { ...MODEL, version } }),
    scoreMany: async (owner, work) => {
      if (!isLent) return false;
      state.$run.set({ kind: 'many', owner });
      await work(async ({ summary }) => {
        asked.push(summary);
        return answer(summary);
      });
      state.$run.set({ kind: 'idle' });
      return true;
    },
  } as Pick<Session, 'load' | 'scoreMany'> as Session;
  await runRows({ state, session, database, signal: new AbortController().signal }, id, again);
  return { asked, run: state.$batchRun.get(), entries: state.$batchEntries.get() };
}

describe('a run over stored rows', () => {
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
});

describe('rows that are scored again', () => {
  const scored = async () => {
    const batch = await stored();
    await scoreIn(batch, (summary) => (summary === 'Second.' ? fault('source-too-long') : DONE));
    return batch;
  };

  it('are all of them, with another model', async () => {
    const batch = await scored();
    const result = { ...sampleResult(), normalisation: NORMALISATION, model: { id: MODEL.id, version: '9.9.9' } };
    const done: Answer = { ok: true, value: { kind: 'done', result, createdAt: '2026-01-06T12:00:00Z', run } };
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

describe('reading an input', () => {
  it('counts what is odd, and leaves nothing out', async () => {
    const { database, id } = await stored('id,article,summary\n1,One.,First.\n1,One.,Second.\n,One.,\n');
    const batch = (await database.readBatch(id)) as { rows: number; notes: string[] };
    expect(batch.rows).toBe(3);
    expect(batch.notes).toEqual([
      '1 row cannot be scored. Line 4: summary is empty.',
      '1 row has no id. The row’s number takes its place.',
      '1 row repeats an id and system of an earlier row, first “1”. All of them are scored.',
      '2 rows share 1 article: the model reads each article once.',
    ]);
  });

  it.each([
    ['', 'empty'],
    ['id,article,summary\n', 'empty'],
    ['id,article,summary,summary\n1,One.,First.,Again.\n', 'repeated-column'],
    ['id,article,summary\n1,"One.,First.\n', 'open-quote'],
    [
      '{"id": 1, "article": "One.", "summary": "First."}\n{"id": 2, "article": "Two.", "summary": "S.", "label": NaN}',
      'not-a-number',
    ],
  ])('refuses %j and stores nothing', async (rows, kind) => {
    const database = createBatchDatabase(`batches ${(databases += 1)}`);
    const input = { name: 'rows', blob: new Blob([rows]) };
    await expect(storeInput(input, COLUMNS, database, () => undefined)).rejects.toMatchObject({ fault: { kind } });
    expect(await database.readBatches()).toEqual([]);
  });
});

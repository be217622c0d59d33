import { describe, expect, it } from 'vitest';
import { MATCHED } from '../core/protocol.js';
import { methodOf } from '../core/method/scoring-method.js';
import type { Unscorable } from '../core/score.js';
import type { OutputRow } from './output-row.js';
import type { BatchRow, InputRow } from './row.js';
import type { RowId } from './row-id.js';
import { type BatchSession, runBatch } from './run-batch.js';
import { chunksOf } from './testing/chunks.js';

const good = (id: RowId): InputRow => ({ id, source: 'a', summary: 'b', line: 1 });
const BAD: BatchRow = { id: null, line: 2, problem: 'Line 2 is not JSON.' };
const model = { id: 'by-hand', version: '1' };

const UNSCORABLE: Unscorable = {
  kind: 'unscorable',
  protocol: MATCHED,
  model,
  summaryTokens: 1,
  sourceTokens: 1,
  pairsWritten: 0,
  dropped: [],
  times: { readSummary: 0, writePairs: 0, readSource: 0, forceScore: 0, answer: 0 },
};

/** What happens, in order. Row "bad" fails, row "stop" is cancelled. */
function trial() {
  const log: string[] = [];
  const rows: OutputRow[] = [];
  const session: BatchSession = {
    method: methodOf(MATCHED, model),
    score: async ({ id }, onPhase) => {
      log.push(`score ${id}`);
      onPhase('read-summary');
      if (id === 'bad') return { ok: false, fault: { code: 'out-of-memory', detail: 'no room' } };
      return { ok: true, value: id === 'stop' ? { kind: 'cancelled' } : UNSCORABLE };
    },
  };
  const source = async function* (list: readonly BatchRow[]): AsyncGenerator<BatchRow> {
    for (const row of list) {
      log.push(`read ${row.id}`);
      yield row;
    }
  };
  const run = (list: readonly BatchRow[], written: readonly (RowId | null)[] = []) =>
    runBatch(
      source(list),
      chunksOf(...written.map((id) => ({ id, outcome: id === null ? ('error' as const) : ('scored' as const) }))),
      async () => {
        log.push('open');
        return session;
      },
      {
        onRow: async (row) => {
          log.push(`write ${row.id}`);
          rows.push(row);
        },
        onProgress: (row, phase) => log.push(`row ${row}: ${phase}`),
      },
    );
  return { log, rows, run };
}

describe('runBatch', () => {
  it('keeps the order, and goes on after rows that fail', async () => {
    const { rows, run } = trial();
    expect(await run([good(1), BAD, good('bad'), good(4n)])).toEqual({ scored: 0, unscorable: 2, failed: 2, kept: 0 });
    expect(rows).toMatchObject([
      { id: 1, outcome: 'unscorable', quals: null },
      { id: null, outcome: 'error', error: { code: 'row-invalid', message: 'Line 2 is not JSON.' }, model },
      { id: 'bad', outcome: 'error', error: { code: 'out-of-memory', message: 'no room' } },
      { id: 4n, outcome: 'unscorable' },
    ]);
  });

  it('reads a row once the one before it is written, and opens the session for the first', async () => {
    const { log, run } = trial();
    await run([good(1), good(2)]);
    const one = ['score 1', 'row 1: read-summary', 'write 1'];
    expect(log).toEqual(['read 1', 'open', ...one, 'read 2', 'score 2', 'row 2: read-summary', 'write 2']);
  });

  it('skips rows that are written, bad ones too, and counts them', async () => {
    const { log, rows, run } = trial();
    expect(await run([good(1n), BAD, good(3)], [1n, null])).toEqual({ scored: 1, unscorable: 1, failed: 1, kept: 2 });
    expect(rows.map(({ id }) => id)).toEqual([3]);
    expect(log).toContain('row 3: read-summary');
  });

  it('needs no session where all rows are written', async () => {
    const { log, run } = trial();
    await run([good(1)], [1]);
    expect(log).toEqual(['read 1']);
  });

  it.each([
    [[good(1), good(2)], [1, '2'], 'row 2 of the output is "2", of the input 2'],
    [[good(2n)], [1n], 'row 1 of the output is 1, of the input 2'],
    [[good(1)], [1, 2], 'the output has more rows than the input, which has 1'],
  ])('does not go on behind the rows of another input', async (list, written, message) => {
    const { rows, run } = trial();
    await expect(run(list, written)).rejects.toThrow(message);
    expect(rows).toEqual([]);
  });

  it('tells a reference from the summary before it, which has the same id', async () => {
    const reference = { ...good('bad'), system: 'reference' };
    const { rows, run } = trial();
    await run([good('bad'), reference]);
    expect(rows.map(({ id, system }) => [id, system])).toEqual([
      ['bad', undefined],
      ['bad', 'reference'],
    ]);
    await expect(run([good('bad'), reference], ['bad', 'bad'])).rejects.toThrow(
      'row 2 of the output is "bad", of the input "bad" (reference)',
    );
  });

  it('ends where a row is cancelled', async () => {
    const { rows, run } = trial();
    expect(await run([good(1), good('stop'), good(3)])).toEqual({ scored: 0, unscorable: 1, failed: 0, kept: 0 });
    expect(rows.map(({ id }) => id)).toEqual([1]);
  });
});

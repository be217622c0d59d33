/** A stored batch, and a page that scores it with a session that answers as a test wants. */
import { MODEL } from '../../../../../e2e/fake-scorer/fake-worker.js';
import { sampleResult } from '../../../../../e2e/fake-scorer/sample-result.js';
import type { Outcome } from '../../../../core/errors.js';
import type { Cancelled } from '../../../../core/score.js';
import { NORMALISATION } from '../../../../core/text/normalisation.js';
import { createPageState, type PageState } from '../../../../state/page-state.js';
import type { ScoredOne, Session } from '../../../../state/scoring/session.js';
import { createBatchDatabase } from '../../../../storage/batch-database.js';
import { storeInput } from '../../input/store-input.js';
import type { Again } from '../rows-again.js';
import { runRows } from '../run-rows.js';

export type Answer = Outcome<ScoredOne | Cancelled>;

export const COLUMNS = {
  source: 'article',
  summary: 'summary',
  id: 'id',
  system: null,
  label: null,
  reference: null,
  scoreReferences: false,
};
export const RUN = { device: 'wasm', detail: '', seconds: 2, requests: 0 } as const;
export const DONE: Answer = {
  ok: true,
  value: {
    kind: 'done',
    result: { ...sampleResult(), normalisation: NORMALISATION },
    createdAt: '2026-01-05T12:00:00Z',
    run: RUN,
  },
};
export const CANCELLED: Answer = { ok: true, value: { kind: 'cancelled' } };
export const fault = (code: 'source-too-long' | 'network-failed' | 'out-of-memory'): Answer => ({
  ok: false,
  fault: { code, detail: code },
});

let databases = 0;
export const newDatabase = () => createBatchDatabase(`batches ${(databases += 1)}`);

/** Rows 1 and 3 are of one article. */
const ROWS = ['id,article,summary', '1,Article one.,First.', '2,Article two.,Second.', '3,Article one.,Third.'].join(
  '\n',
);

/** A batch in a database of its own. */
export async function stored(rows = ROWS) {
  const database = newDatabase();
  const { batch } = await storeInput({ name: 'rows.csv', blob: new Blob([rows]) }, COLUMNS, database, () => undefined);
  return { database, id: batch.id };
}

/** A page that opens the batch; `answer` says how each summary ends. */
export async function scoreIn(
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

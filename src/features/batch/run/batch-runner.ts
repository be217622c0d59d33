/** Starts, pauses and stops the run of a page. It goes on while another page is open; one tab at a time runs batches. */
import { isRunning as isRunningNow } from '../../../state/batch/batch.js';
import type { PageState } from '../../../state/page-state.js';
import type { Session } from '../../../state/scoring/session.js';
import type { BatchDatabase } from '../../../storage/batch-database.js';
import type { Again } from './rows-again.js';
import { runRows } from './run-rows.js';

const LOCK = 'quals-batch';

/** Of each page state the run that it has; an element may leave the page meanwhile. */
const RUNS = new WeakMap<PageState, AbortController>();

export function isRunning({ $batchRun }: PageState): boolean {
  return isRunningNow($batchRun.get());
}

/** `again`: rows that are done already, and are scored once more. */
export async function startRun(
  state: PageState,
  session: Session,
  database: BatchDatabase,
  id: string,
  again?: Again,
): Promise<void> {
  if (isRunning(state)) return;
  const controller = new AbortController();
  RUNS.set(state, controller);
  await withLock(
    () => runRows({ state, session, database, signal: controller.signal }, id, again),
    () => state.$batchRun.set({ kind: 'halted', reason: { kind: 'other-tab' } }),
  );
}

/** The row that runs is finished first. */
export function pauseRun(state: PageState): void {
  end(state, 'pause');
}

/** At once: the row that runs waits again. */
export function stopRun(state: PageState, session: Session): void {
  // Also during a run: a worker that was lost with a row loads the model again for the next.
  if (isRunning(state) && state.$model.get().kind === 'loading') session.cancelLoad();
  end(state, 'stop');
  RUNS.get(state)?.abort();
}

function end({ $batchRun }: PageState, ending: 'pause' | 'stop'): void {
  const run = $batchRun.get();
  if (run.kind === 'scoring') $batchRun.set({ ...run, ending });
}

/** A browser without locks runs without one. */
async function withLock(work: () => Promise<void>, refused: () => void): Promise<void> {
  const { locks } = navigator as Partial<Navigator>;
  if (!locks) return work();
  await locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
    else refused();
  });
}

/** Begins a run over the open batch: reads its rows again, loads the model, and mixes no scores of two methods. */
import { methodOf, sameMethod } from '../../../core/method/scoring-method.js';
import type { HaltReason } from '../../../state/batch/batch.js';
import { keepBatch } from '../../../state/batch/keep-batch.js';
import { readBatch, readEntries, writeBatch } from '../../../state/batch/stored-batch.js';
import { chosenProtocol } from '../../../state/page/settings.js';
import type { Session } from '../../../state/scoring/session.js';
import { RowRun, type RowRunParts } from './row-run.js';
import { type Again, rowsAgain } from './rows-again.js';

interface RunParts extends RowRunParts {
  readonly session: Session;
}

/** Resolves when the run has ended; `$batchRun` says how. `again`: rows that are done already, and wait again once the run begins. */
export async function runRows(parts: RunParts, id: string, again?: Again): Promise<void> {
  const { state, session, database } = parts;
  const halt = (reason: HaltReason): void => state.$batchRun.set({ kind: 'halted', reason });
  state.$batchRun.set({ kind: 'loading' });
  try {
    // Another tab may have scored rows since this one read them.
    const batch = await readBatch(database, id);
    if (!batch) return halt({ kind: 'gone' });
    state.$batch.set({ kind: 'open', batch });
    state.$batchEntries.set(await readEntries(database, id));
    await session.load();
    const model = state.$model.get();
    if (model.kind === 'failed') return halt({ kind: 'fault', fault: model.fault });
    if (model.kind !== 'ready' || parts.signal.aborted) return state.$batchRun.set({ kind: 'ended', by: 'stop' });
    const method = methodOf(chosenProtocol(state.$settings.get()), model.model);
    if (again !== 'all' && batch.method && !sameMethod(batch.method, method)) {
      return halt({ kind: 'other-method', before: batch.method, now: method });
    }
    const marked = { ...batch, method };
    const lent = await session.scoreMany('batch', async (score) => {
      // Only now: a run that does not begin deletes nothing. And first: a batch has no scores of two methods.
      if (again) await forget(parts, id, again);
      await writeBatch(database, marked);
      state.$batch.set({ kind: 'open', batch: marked });
      await new RowRun(parts, marked, method, score).run();
    });
    if (!lent) return halt({ kind: 'busy' });
    await keepBatch(state, id);
  } catch (error) {
    halt({ kind: 'storage', detail: String(error) });
  }
}

async function forget({ state, database }: RunParts, id: string, again: Again): Promise<void> {
  await database.deleteScores(id, rowsAgain(state.$batchEntries.get(), again));
  state.$batchEntries.set(await readEntries(database, id));
}

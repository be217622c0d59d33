/** Scores the rows of the open batch that wait, one after another. Finished rows are stored before the next one begins. */
import type { InputRow } from '../../../batch/row.js';
import { type BatchListener, type BatchSession, runBatch } from '../../../batch/run-batch.js';
import { encodeResult } from '../../../core/record/encode-record.js';
import { methodOf, methodOfRun, sameMethod, type ScoringMethod } from '../../../core/method/scoring-method.js';
import type { BatchRun, HaltReason, StoredBatch } from '../../../state/batch/batch.js';
import type { BatchEntry, EntryScore } from '../../../state/batch/batch-entry.js';
import { keepBatch } from '../../../state/batch/keep-batch.js';
import { readBatch, readEntries, writeBatch } from '../../../state/batch/stored-batch.js';
import { chosenProtocol } from '../../../state/page/settings.js';
import type { PageState } from '../../../state/page-state.js';
import type { ScoredOne, ScoreOne, Session } from '../../../state/scoring/session.js';
import type { BatchDatabase } from '../../../storage/batch-database.js';
import { entryScore } from './entry-score.js';
import { isOfRow } from './row-faults.js';
import { rowOrder } from './row-order.js';
import { type Again, rowsAgain } from './rows-again.js';

export interface RunParts {
  readonly state: PageState;
  readonly session: Session;
  readonly database: BatchDatabase;
  /** Ends the run at once: the row that runs waits again. */
  readonly signal: AbortSignal;
}

/** So many rows in a row that end with a fault of the device are no accident. */
const FAULTS_IN_A_ROW = 3;

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

class RowRun {
  /** What scored the last row, where it has a result. */
  private scored: ScoredOne | undefined;
  private current: BatchEntry | undefined;
  private faults = 0;
  private halted: HaltReason | undefined;
  private readonly since = Date.now();
  private done = 0;

  constructor(
    private readonly parts: RunParts,
    private readonly batch: StoredBatch,
    private readonly method: ScoringMethod,
    private readonly score: ScoreOne,
  ) {}

  async run(): Promise<void> {
    const session: BatchSession = { method: this.method, score: (row, onPhase) => this.scoreRow(row, onPhase) };
    const listener: BatchListener = {
      onRow: async (row) => this.keep(entryScore(row.error, this.scored)),
      onProgress: (_row, phase) => this.show(phase),
    };
    this.show('');
    await runBatch(this.rows(), nothing(), () => Promise.resolve(session), listener);
    const { $batchRun } = this.parts.state;
    if (this.halted) return $batchRun.set({ kind: 'halted', reason: this.halted });
    const run = $batchRun.get();
    const isDone = rowOrder(this.parts.state.$batchEntries.get()).length === 0;
    const by = isDone ? 'end' : (run.kind === 'scoring' && run.ending) || 'stop';
    $batchRun.set({ kind: 'ended', by });
  }

  private async *rows(): AsyncGenerator<InputRow> {
    const { state, database } = this.parts;
    for (const entry of rowOrder(state.$batchEntries.get())) {
      if (this.isEnding()) return;
      const source = await database.readArticle(this.batch.id, entry.article);
      if (source === undefined) return this.halt({ kind: 'gone' });
      this.current = entry;
      this.show('');
      yield { id: entry.id, source, summary: entry.summary, line: entry.line };
    }
  }

  private async scoreRow(row: InputRow, onPhase: (phase: string) => void): ReturnType<BatchSession['score']> {
    this.scored = undefined;
    const { signal } = this.parts;
    const outcome = await this.score(row, { signal, onProgress: ({ phase }) => onPhase(phase) });
    if (!this.hasModel()) return CANCELLED;
    if (!outcome.ok) {
      this.faults = isOfRow(outcome.fault) ? 0 : this.faults + 1;
      if (isOfRow(outcome.fault) || (isOfDeviceOnce(outcome.fault.code) && this.faults < FAULTS_IN_A_ROW))
        return outcome;
      this.halt({ kind: 'fault', fault: outcome.fault });
      return CANCELLED;
    }
    this.faults = 0;
    const { value } = outcome;
    if (value.kind === 'cancelled') return { ok: true, value };
    const now = methodOfRun(value.result);
    if (!sameMethod(now, this.method)) {
      this.halt({ kind: 'other-method', before: this.method, now });
      return CANCELLED;
    }
    this.scored = value;
    return { ok: true, value: value.result };
  }

  private async keep(score: EntryScore): Promise<void> {
    const { current, scored, batch } = this;
    if (!current) return;
    const { state, database } = this.parts;
    const source = scored && (await database.readArticle(batch.id, current.article));
    const name = current.system === null ? String(current.id) : `${String(current.id)}, ${current.system}`;
    const record =
      scored &&
      encodeResult(scored.result, {
        texts: { source: source ?? '', summary: current.summary },
        createdAt: scored.createdAt,
        name,
        run: scored.run,
      });
    try {
      await database.writeScore(batch.id, current.index, score, record);
    } finally {
      // Done once it is stored. Shown even where it cannot be stored: it can still be exported.
      this.done += 1;
      this.current = undefined;
      state.changeEntry(batch.id, current.index, { score });
      this.show('');
    }
  }

  private show(phase: string): void {
    const { $batchRun } = this.parts.state;
    const before = $batchRun.get();
    const run: BatchRun = {
      kind: 'scoring',
      index: this.current?.index,
      phase,
      since: this.since,
      done: this.done,
      ending: before.kind === 'scoring' ? before.ending : undefined,
    };
    $batchRun.set(run);
  }

  private isEnding(): boolean {
    const { state, signal } = this.parts;
    const run = state.$batchRun.get();
    const isAsked = signal.aborted || (run.kind === 'scoring' && run.ending !== undefined);
    return isAsked || this.halted !== undefined || !this.hasModel();
  }

  /** False once the page element has left its document: its session is over. */
  private hasModel(): boolean {
    return this.parts.state.$run.get().kind === 'many';
  }

  private halt(reason: HaltReason): void {
    this.halted = reason;
  }
}

const CANCELLED = { ok: true, value: { kind: 'cancelled' } } as const;

/** These may be of one row alone: the next one is tried. */
function isOfDeviceOnce(code: string): boolean {
  return code === 'out-of-memory' || code === 'worker-died' || code === 'device-lost' || code === 'internal';
}

async function* nothing(): AsyncGenerator<never> {
  // The rows that are done are left out already.
}

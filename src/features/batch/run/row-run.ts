/**
 * A run over the rows that wait, once it has the model: scores one after another, and stores each before the next one begins.
 * Knows why it ends.
 */
import type { InputRow } from '../../../batch/row.js';
import { type BatchListener, type BatchSession, runBatch } from '../../../batch/run-batch.js';
import { encodeResult } from '../../../core/record/encode-record.js';
import { methodOfRun, sameMethod, type ScoringMethod } from '../../../core/method/scoring-method.js';
import type { BatchRun, HaltReason, StoredBatch } from '../../../state/batch/batch.js';
import type { BatchEntry, EntryScore } from '../../../state/batch/batch-entry.js';
import type { PageState } from '../../../state/page-state.js';
import type { ScoredOne, ScoreOne } from '../../../state/scoring/session.js';
import type { BatchDatabase } from '../../../storage/batch-database.js';
import { entryScore } from './entry-score.js';
import { isOfDeviceOnce, isOfRow } from './row-faults.js';
import { rowOrder } from './row-order.js';

export interface RowRunParts {
  readonly state: PageState;
  readonly database: BatchDatabase;
  /** Ends the run at once: the row that runs waits again. */
  readonly signal: AbortSignal;
}

/** So many rows in a row that end with a fault of the device are no accident. */
const FAULTS_IN_A_ROW = 3;

export class RowRun {
  /** What scored the last row, where it has a result. */
  private scored: ScoredOne | undefined;
  private current: BatchEntry | undefined;
  private faults = 0;
  private halted: HaltReason | undefined;
  private readonly since = Date.now();
  private done = 0;

  constructor(
    private readonly parts: RowRunParts,
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
      if (isOfRow(outcome.fault) || (isOfDeviceOnce(outcome.fault) && this.faults < FAULTS_IN_A_ROW)) return outcome;
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

async function* nothing(): AsyncGenerator<never> {
  // The rows that are done are left out already.
}

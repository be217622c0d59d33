/** The run over a batch: how far it is, its controls, why it ended, and the files to take along. */
import { consume } from '@lit/context';
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { BatchRun, StoredBatch } from '../../../state/batch/batch.js';
import { countStatuses, type StatusCounts } from '../../../state/batch/batch-entry.js';
import { LostFocus } from '../../../state/lost-focus.js';
import { type Session, sessionContext } from '../../../state/scoring/session.js';
import { StateElement } from '../../../state/state-element.js';
import * as words from '../../../text/batch/run-words.js';
import { exportCsv, exportJsonl, finishedRows } from '../export/export-rows.js';
import { isRunning, pauseRun, startRun, stopRun } from './batch-runner.js';
import { type Again, rowsAgain } from './rows-again.js';
import { type HaltActions, haltNotice } from './halt-notice.js';
import { secondsLeft } from './time-left.js';

const TICK_MS = 1000;

export class BatchRunPanel extends StateElement {
  @property({ attribute: false }) batch!: StoredBatch;

  @consume({ context: sessionContext })
  @state()
  private session?: Session;

  /** True while the person is asked whether all results may be deleted. */
  @state() private asks = false;

  private readonly entries = this.watch(({ $batchEntries }) => $batchEntries);
  private readonly run = this.watch(({ $batchRun }) => $batchRun);
  private clock: ReturnType<typeof setInterval> | undefined;

  private readonly haltActions: HaltActions = {
    begin: (again) => this.begin(again),
    ask: (asks) => (this.asks = asks),
    leave: () => this.leave(),
  };

  /** A run replaces the buttons that start it, its end those that end it, and a question the button that asks it. */
  protected readonly focusMoves = new LostFocus(
    this,
    () =>
      // Of the answers, that which deletes nothing.
      this.querySelector<HTMLElement>(this.asks ? '.keep' : '.score-all') ??
      this.querySelector<HTMLElement>('.batch-head .actions button') ??
      this.querySelector<HTMLElement>('h1'),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    this.clock = setInterval(() => {
      if (isRunning(this.state)) this.requestUpdate();
    }, TICK_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.clock);
  }

  protected override render(): TemplateResult {
    const { batch } = this;
    const counts = countStatuses(this.entries.value);
    const done = batch.rows - counts.waiting;
    const run = this.run.value;
    return html`
      <header class="batch-head">
        <div>
          <p class="eyebrow">
            ${words.inputLine(batch.name, batch.columns)}
            ${
              isRunning(this.state)
                ? null
                : html`<button type="button" class="quiet" @click=${this.leave}>${words.CHANGE_COLUMNS}</button>`
            }
          </p>
          <h1 tabindex="-1">${words.doneTitle(done, batch.rows)}</h1>
        </div>
        <div class="actions">${this.renderControls(run, counts, done)} ${this.renderExports(done)}</div>
      </header>
      <progress max=${batch.rows} .value=${done} aria-label=${words.PROGRESS}></progress>
      ${this.renderFacts(run, counts)}
      ${run.kind === 'halted' ? haltNotice(run.reason, this.asks, this.haltActions) : null}
      ${
        batch.notes.length > 0
          ? html`<ul class="notes">
              ${batch.notes.map((note) => html`<li>${note}</li>`)}
            </ul>`
          : null
      }
      <p class="visually-hidden" role="status">${this.heard(run, done)}</p>
    `;
  }

  private renderControls(run: BatchRun, { waiting, failed }: StatusCounts, done: number): TemplateResult | null {
    if (run.kind === 'loading' || run.kind === 'scoring') {
      const ending = run.kind === 'scoring' ? run.ending : undefined;
      return html`
        <button
          type="button"
          aria-disabled=${run.kind === 'loading' || ending ? 'true' : 'false'}
          @click=${() => pauseRun(this.state)}
        >
          ${ending === 'pause' ? words.PAUSING : words.PAUSE}
        </button>
        <button type="button" @click=${() => this.session && stopRun(this.state, this.session)}>
          ${ending === 'stop' ? words.STOPPING : words.STOP}
        </button>
      `;
    }
    return html`
      ${
        waiting > 0
          ? html`<button type="button" class="primary" @click=${() => this.begin()}>
              ${words.startLabel(waiting, done)}
            </button>`
          : null
      }
      ${
        failed > 0 && rowsAgain(this.entries.value, 'failed').length > 0
          ? html`<button type="button" @click=${() => this.begin('failed')}>${words.TRY_FAILED}</button>`
          : null
      }
    `;
  }

  private renderExports(done: number): TemplateResult | null {
    if (done === 0) return null;
    const name = this.batch.name.replace(/\.[^.]*$/u, '');
    const { batchDatabase } = this.state;
    return html`
      <quals-download-button
        .label=${words.exportLabel('JSON Lines', done)}
        .filename=${`${name}-quals.jsonl`}
        .make=${() => exportJsonl(this.batch, finishedRows(this.entries.value), batchDatabase)}
      ></quals-download-button>
      <quals-download-button
        .label=${words.exportLabel('CSV', done)}
        .filename=${`${name}-quals.csv`}
        .make=${() => exportCsv(this.batch, finishedRows(this.entries.value))}
      ></quals-download-button>
    `;
  }

  private renderFacts(run: BatchRun, counts: StatusCounts): TemplateResult {
    const facts: string[] = [];
    if (run.kind === 'loading') facts.push(words.MODEL_LOADS);
    if (run.kind === 'scoring') {
      const seconds = (Date.now() - run.since) / 1000;
      const remaining = secondsLeft(run.done, seconds, counts.waiting);
      facts.push(words.elapsed(seconds));
      if (remaining !== undefined) facts.push(words.left(remaining), words.perRow(seconds / run.done));
      const entry = run.index === undefined ? undefined : this.entries.value[run.index];
      if (entry) facts.push(words.runningRow(entry, words.phaseWords(run.phase)));
    }
    if (run.kind === 'ended' && counts.waiting > 0) facts.push(words.ENDED[run.by]);
    if (counts.waiting < this.batch.rows) facts.push(words.countsLine(counts));
    facts.push(words.SAVED_NOTE);
    return html`<ul class="facts plain">
      ${facts.map((fact) => html`<li>${fact}</li>`)}
    </ul>`;
  }

  /** Each tenth, and how the run ended. */
  private heard(run: BatchRun, done: number): string {
    if (run.kind === 'loading') return words.MODEL_LOADS;
    const tenth = Math.max(1, Math.ceil(this.batch.rows / 10));
    if (run.kind === 'scoring') return words.progressHeard(Math.floor(done / tenth) * tenth, this.batch.rows);
    return run.kind === 'ended' ? `${words.ENDED[run.by]} ${words.progressHeard(done, this.batch.rows)}` : '';
  }

  /** `again`: rows that are done already, and are scored once more. */
  private begin(again?: Again): void {
    this.asks = false;
    if (this.session) void startRun(this.state, this.session, this.state.batchDatabase, this.batch.id, again);
  }

  private readonly leave = (): void => {
    this.state.$batchEntries.set([]);
    this.state.$batchRun.set({ kind: 'idle' });
    this.state.$batch.set({ kind: 'choose' });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-batch-run': BatchRunPanel;
  }
}

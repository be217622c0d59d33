/** What the finished rows say together: the figure, means by system, differences between systems, agreement with labels. */
import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { QualsRange } from '../../../state/batch/batch.js';
import { type BatchEntry, countStatuses, systemsOf } from '../../../state/batch/batch-entry.js';
import { StateElement } from '../../../state/state-element.js';
import * as words from '../../../text/batch/statistics-words.js';
import { areDots } from '../distribution/score-points.js';
import { isRunning } from '../run/batch-runner.js';
import { type Computed, computeScores } from './compute-scores.js';
import { labelTable } from './label-table.js';
import { pairedTable } from './paired-table.js';
import type { PairedDifference } from './system-statistics.js';
import { systemTable } from './system-table.js';

/** During a run, numbers of thousands of rows need not be computed again for each row. */
const PAUSE_MS = 5000;
/** The dots of more rows than these are not worth a figure each row. */
const MANY_ROWS = 200;

export class BatchScores extends StateElement {
  @state() private computed: Computed | undefined;
  /** The system that others are compared with; the first one before a person chooses. */
  @state() private than = '';

  private readonly entries = this.watch(({ $batchEntries }) => $batchEntries);
  private readonly view = this.watch(({ $batchView }) => $batchView);
  private work: AbortController | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wanted: string | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.work?.abort();
    clearTimeout(this.timer);
    this.wanted = undefined;
  }

  protected override updated(): void {
    const entries = this.entries.value;
    const than = this.base(entries);
    const { scored, unscorable, failed } = countStatuses(entries);
    const wanted = `${entries.length} ${scored} ${unscorable} ${failed} ${than}`;
    if (wanted === this.wanted) return;
    const waits = this.computed !== undefined && isRunning(this.state) && entries.length > MANY_ROWS;
    this.wanted = wanted;
    clearTimeout(this.timer);
    if (waits) this.timer = setTimeout(() => this.compute(), PAUSE_MS);
    else this.compute();
  }

  private compute(): void {
    this.work?.abort();
    const work = new AbortController();
    this.work = work;
    const { signal } = work;
    const entries = this.entries.value;
    const than = this.base(entries);
    void (async () => {
      const computed = await computeScores(entries, than, signal);
      if (!signal.aborted) this.computed = computed;
    })().catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }

  protected override render(): TemplateResult | null {
    const { computed } = this;
    if (!computed || !computed.systems.some(({ scored }) => scored > 0)) return null;
    const { systems, labels, paired } = computed;
    return html`
      ${this.renderFigure(computed)}
      <div class="statistics">
        ${systemTable(this.idOf('batch-systems'), systems)} ${paired.length > 0 ? this.renderPaired(paired) : null}
        ${labels ? labelTable(this.idOf('batch-labels'), labels) : null}
      </div>
    `;
  }

  private renderFigure({ of, figure: { points, systems, medians } }: Computed): TemplateResult {
    const { unscorable, failed } = countStatuses(of);
    return html`<section aria-labelledby=${this.idOf('batch-scores')}>
      <header class="section-head">
        <h2 id=${this.idOf('batch-scores')}>${words.SCORES_TITLE}</h2>
        <span>${words.scoresNote(points.length, unscorable + failed, areDots(points))}</span>
        <span class="drag-hint">${words.DRAG_HINT}</span>
        <span class="end median-key"
          ><svg width="16" height="10" aria-hidden="true"><path d="M8 0 V10" /></svg>${words.MEDIAN}</span
        >
      </header>
      <quals-score-distribution
        .points=${points}
        .systems=${systems}
        .medians=${medians}
        .range=${this.view.value.range}
        @range-change=${({ detail }: CustomEvent<QualsRange>) => this.state.changeView({ range: detail })}
      ></quals-score-distribution>
    </section>`;
  }

  private renderPaired(paired: readonly PairedDifference[]): TemplateResult {
    const entries = this.entries.value;
    return pairedTable({
      id: this.idOf('batch-paired'),
      paired,
      systems: systemsOf(entries),
      than: this.base(entries),
      onThan: (system) => (this.than = system),
    });
  }

  /** '' where there is nothing to compare. */
  private base(entries: readonly BatchEntry[]): string {
    const systems = systemsOf(entries);
    if (systems.length < 2) return '';
    return systems.includes(this.than) ? this.than : (systems[0] ?? '');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-batch-scores': BatchScores;
  }
}

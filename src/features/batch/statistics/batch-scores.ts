/** What the finished rows say together: the figure, means by system, differences between systems, agreement with labels. */
import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { QualsRange } from '../../../state/batch/batch.js';
import { type BatchEntry, countStatuses, qualsOf, systemsOf } from '../../../state/batch/batch-entry.js';
import { StateElement } from '../../../state/state-element.js';
import * as words from '../../../text/batch/statistics-words.js';
import { count } from '../../../text/numbers.js';
import { areDots, type ScorePoint } from '../distribution/score-points.js';
import { isRunning } from '../run/batch-runner.js';
import { type LabelStatistics, labelStatistics } from './label-statistics.js';
import {
  type PairedDifference,
  pairedDifferences,
  type SystemStatistics,
  systemStatistics,
} from './system-statistics.js';

/** During a run, numbers of thousands of rows need not be computed again for each row. */
const PAUSE_MS = 5000;
/** The dots of more rows than these are not worth a figure each row. */
const MANY_ROWS = 200;

/** The same objects while nothing was scored: new ones would draw the figure again. */
interface Figure {
  readonly points: readonly ScorePoint[];
  readonly systems: readonly string[];
  readonly medians: ReadonlyMap<string, number>;
}

interface Computed {
  readonly figure: Figure;
  readonly of: readonly BatchEntry[];
  readonly systems: readonly SystemStatistics[];
  readonly labels: LabelStatistics | undefined;
  readonly paired: readonly PairedDifference[];
}

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
      const systems = await systemStatistics(entries, signal);
      const labels = await labelStatistics(entries, signal);
      const paired = than === '' ? [] : await pairedDifferences(entries, than, signal);
      if (!signal.aborted) this.computed = { of: entries, figure: figureOf(entries, systems), systems, labels, paired };
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
        ${this.renderSystems(systems)} ${paired.length > 0 ? this.renderPaired(paired) : null}
        ${labels ? this.renderLabels(labels) : null}
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

  private renderSystems(systems: readonly SystemStatistics[]): TemplateResult {
    return html`<section>
      <h2 id=${this.idOf('batch-systems')}>${words.SYSTEMS_TITLE}</h2>
      <div class="wide-table" role="region" tabindex="0" aria-labelledby=${this.idOf('batch-systems')}>
        <table aria-labelledby=${this.idOf('batch-systems')}>
          <thead>
            <tr>
              ${words.SYSTEM_HEAD.map((name, place) => html`<th scope="col" class=${place > 0 ? 'number' : ''}>${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${systems.map(
              ({ system, scored, unscorable, failed, mean, median }) =>
                html`<tr>
                  <th scope="row">${system ?? words.ALL_ROWS}</th>
                  <td class="number">${count(scored)}</td>
                  <td class="number">${count(unscorable)}</td>
                  <td class="number">${count(failed)}</td>
                  <td class="number strong">${words.number(mean?.value ?? null)}</td>
                  <td class="number">${mean ? words.interval(mean.interval) : ''}</td>
                  <td class="number">${words.number(median)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="note">${words.INTERVAL_NOTE}</p>
    </section>`;
  }

  private renderPaired(paired: readonly PairedDifference[]): TemplateResult {
    const systems = systemsOf(this.entries.value);
    const than = this.base(this.entries.value);
    return html`<section>
      <header class="section-head">
        <h2 id=${this.idOf('batch-paired')}>${words.PAIRED_TITLE}</h2>
        <label class="end"
          >${words.COMPARE_WITH}
          <select @change=${({ target }: Event) => (this.than = (target as HTMLSelectElement).value)}>
            ${systems.map((system) => html`<option ?selected=${system === than}>${system}</option>`)}
          </select></label
        >
      </header>
      <div class="wide-table" role="region" tabindex="0" aria-labelledby=${this.idOf('batch-paired')}>
        <table aria-labelledby=${this.idOf('batch-paired')}>
          <thead>
            <tr>
              ${words.PAIRED_HEAD.map((name, place) =>
                name === '' ? html`<td></td>` : html`<th scope="col" class=${place > 0 ? 'number' : ''}>${name}</th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${paired.map(
              ({ system, articles, higher, lower, difference }) =>
                html`<tr>
                  <th scope="row">${system}</th>
                  <td class="number">${count(articles)}</td>
                  <td class="number">${count(higher)}</td>
                  <td class="number">${count(lower)}</td>
                  <td class="number strong">${words.number(difference?.value ?? null)}</td>
                  <td class="number">${difference ? words.interval(difference.interval) : ''}</td>
                  <td>${words.pairedVerdict(difference?.interval ?? null)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="note">${words.PAIRED_NOTE}</p>
    </section>`;
  }

  private renderLabels({ rows, pearson, spearman, auc, highest, positives }: LabelStatistics): TemplateResult {
    const measures = { pearson, spearman, auc };
    return html`<section aria-labelledby=${this.idOf('batch-labels')}>
      <h2 id=${this.idOf('batch-labels')}>${words.LABEL_TITLE}</h2>
      <table aria-labelledby=${this.idOf('batch-labels')}>
        <thead>
          <tr>
            ${words.LABEL_HEAD.map((name, place) => html`<th scope="col" class=${place > 0 ? 'number' : ''}>${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${Object.entries(measures).map(
            ([name, { value, interval }]) =>
              html`<tr>
                <th scope="row">${words.MEASURES[name as keyof typeof measures]}</th>
                <td class="number strong">${words.number(value)}</td>
                <td class="number">${words.interval(interval)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      <p class="note">${words.labelNote(rows, highest, positives)}</p>
    </section>`;
  }

  /** '' where there is nothing to compare. */
  private base(entries: readonly BatchEntry[]): string {
    const systems = systemsOf(entries);
    if (systems.length < 2) return '';
    return systems.includes(this.than) ? this.than : (systems[0] ?? '');
  }
}

function figureOf(entries: readonly BatchEntry[], systems: readonly SystemStatistics[]): Figure {
  const points = entries.flatMap((entry) => {
    const quals = qualsOf(entry);
    return quals === undefined ? [] : [{ quals, system: entry.system ?? '' }];
  });
  const drawn = systems.filter(({ scored }) => scored > 0);
  return {
    points,
    systems: drawn.map(({ system }) => system ?? ''),
    medians: new Map(drawn.map(({ system, median }) => [system ?? '', median ?? 0])),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-batch-scores': BatchScores;
  }
}

/** Starting or opening a study. */
import { html, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { gatherArticles, type SummaryRow } from '../../../core/study/gather-articles.js';
import type { Study } from '../../../core/study/study.js';
import type { BatchInput } from '../../../state/batch/batch.js';
import { readHead } from '../../../state/batch/read-head.js';
import { StateElement } from '../../../state/state-element.js';
import { readStudies } from '../../../state/study/stored-study.js';
import { isStudyFile } from '../../../state/study/study-file.js';
import { CANNOT_READ } from '../../../text/batch/input-words.js';
import * as words from '../../../text/study/study-words.js';
import { importStudyFile } from '../import-study-file.js';
import { batchRows, comparisonRows, hasTwoSystems } from './rows-on-page.js';
import { guessStudyColumns } from './study-rows.js';

const BEGINNING = 200;

export class StudyStart extends StateElement {
  /** Why the last input was not read; '' for no problem. */
  @state() private problem = '';

  @state() private studies: readonly Study[] = [];
  /** The study whose deletion is asked about. */
  @state() private doomed = '';

  @query('.open-file input') private input!: HTMLInputElement;

  private readonly batch = this.watch(({ $batch }) => $batch);
  private readonly entries = this.watch(({ $batchEntries }) => $batchEntries);
  private readonly comparison = this.watch(({ $comparison }) => $comparison);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.readStored();
  }

  protected override render(): TemplateResult {
    return html`
      <h1 tabindex="-1">${words.TITLE}</h1>
      <p class="lede">${words.LEDE}</p>
      ${this.problem ? html`<p class="fault" role="alert"><strong>${CANNOT_READ}</strong> ${this.problem}</p>` : null}
      ${this.studies.length > 0 ? this.renderStored() : null}
      <section>
        <h2>${words.START}</h2>
        <quals-choose-rows
          hint=${words.DROP_HINT}
          example=${words.PASTE_EXAMPLE}
          @rows-chosen=${this.onRows}
        ></quals-choose-rows>
        ${this.renderFromPage()}
        <p class="open-file actions">
          <button type="button" @click=${() => this.input.click()}>${words.OPEN_FILE}</button>
          <input type="file" accept=".json" aria-label=${words.OPEN_FILE} hidden @change=${this.onFile} />
          <span class="note">${words.OPEN_FILE_NOTE}</span>
        </p>
      </section>
    `;
  }

  private renderFromPage(): TemplateResult | null {
    const step = this.batch.value;
    const compared = comparisonRows(this.comparison.value);
    const entries = this.entries.value;
    const batch = step.kind === 'open' && hasTwoSystems(entries) ? step.batch : undefined;
    if (!batch && !compared) return null;
    return html`<div class="actions" role="group" aria-label=${words.FROM_PAGE}>
      ${
        batch
          ? html`<button type="button" @click=${() => this.useBatch(batch.id, batch.name)}>
              ${words.fromBatch(batch.name, entries.length)}
            </button>`
          : null
      }
      ${
        compared
          ? html`<button type="button" @click=${() => this.use(words.COMPARISON_NAME, compared)}>
              ${words.fromComparison(compared.length)}
            </button>`
          : null
      }
    </div>`;
  }

  private renderStored(): TemplateResult {
    return html`<section class="stored-sets">
      <h2>${words.STORED}</h2>
      <ul class="plain">
        ${this.studies.map(
          ({ id, name, items, createdAt }, place) =>
            html`<li>
              <span class="name">${name}</span>
              <span class="note">${words.storedNote(items.length, createdAt)}</span>
              ${this.doomed === id ? this.renderDoomed(id, place) : this.renderActions(id, name)}
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private renderActions(id: string, name: string): TemplateResult {
    return html`<span class="actions">
      <button type="button" aria-label="${words.OPEN} ${name}" @click=${() => this.open(id)}>${words.OPEN}</button>
      <button type="button" class="quiet" aria-label="${words.DELETE} ${name}" @click=${() => this.ask(id)}>
        ${words.DELETE}
      </button>
    </span>`;
  }

  private renderDoomed(id: string, place: number): TemplateResult {
    return html`<span class="actions" role="group" aria-label=${words.DELETE_SURE}>
      <span>${words.DELETE_SURE}</span>
      <button type="button" @click=${() => this.delete(id, place)}>${words.DELETE}</button>
      <button type="button" class="keep" @click=${() => this.keep(place)}>${words.KEEP}</button>
    </span>`;
  }

  private async readStored(): Promise<void> {
    try {
      this.studies = await readStudies(this.state.studyDatabase);
    } catch {
      this.state.$storage.set('refused');
    }
  }

  private async open(id: string): Promise<void> {
    const isThere = await this.state.openStudy(id).catch(() => false);
    if (!isThere) await this.readStored();
  }

  /** The question takes the place of its button. A second press of the key deletes nothing. */
  private async ask(id: string): Promise<void> {
    this.doomed = id;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.stored-sets .keep')?.focus();
  }

  private async keep(place: number): Promise<void> {
    this.doomed = '';
    await this.updateComplete;
    this.focusRow(place, 'button.quiet');
  }

  private async delete(id: string, place: number): Promise<void> {
    await this.state.studyDatabase.deleteStudy(id).catch(() => this.state.$storage.set('refused'));
    await this.readStored();
    this.doomed = '';
    await this.updateComplete;
    if (document.activeElement === document.body) this.focusRow(place, 'button');
  }

  /** The row at this place, or the last; without rows, the heading. */
  private focusRow(place: number, button: string): void {
    const rows = this.querySelectorAll('.stored-sets li');
    const row = rows[Math.min(place, rows.length - 1)];
    (row ?? this).querySelector<HTMLElement>(row ? button : 'h1')?.focus();
  }

  private readonly onRows = async ({ detail }: CustomEvent<BatchInput>): Promise<void> => {
    this.problem = '';
    const beginning = await detail.blob
      .slice(0, BEGINNING)
      .text()
      .catch(() => '');
    if (isStudyFile(beginning)) return this.openFile(detail);
    const step = await readHead(detail);
    if (step.kind === 'columns') {
      this.state.$studyStep.set({ ...step, columns: guessStudyColumns(step.head, step.columns) });
    } else if (step.kind === 'choose') this.problem = step.problem ?? '';
  };

  private async useBatch(id: string, name: string): Promise<void> {
    try {
      this.use(name, await batchRows(id, this.entries.value, this.state.batchDatabase));
    } catch {
      this.state.$storage.set('refused');
    }
  }

  private use(name: string, rows: readonly SummaryRow[]): void {
    this.state.$studyStep.set({ kind: 'systems', name, gathered: gatherArticles(rows), notes: [] });
  }

  private readonly onFile = (): void => {
    const file = this.input.files?.[0];
    this.input.value = '';
    if (file) void this.openFile({ name: file.name, blob: file });
  };

  private async openFile(input: BatchInput): Promise<void> {
    const { problem } = await importStudyFile(this.state, input, undefined);
    this.problem = problem ?? '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-study-start': StudyStart;
  }
}

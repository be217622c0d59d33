/** Starting or opening a study. */
import { html, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { gatherArticles, type SummaryRow } from '../../../core/study/gather-articles.js';
import type { Study } from '../../../core/study/study.js';
import type { BatchInput } from '../../../state/batch/batch.js';
import { readHead } from '../../../state/batch/read-head.js';
import { StateElement } from '../../../state/state-element.js';
import { forgetStudy } from '../../../state/study/forget-study.js';
import { readStudies } from '../../../state/study/stored-study.js';
import { isStudyFile } from '../../../state/study/study-file.js';
import { CANNOT_READ } from '../../../text/batch/input-words.js';
import { NOT_READ } from '../../../text/batch/stored-sets-words.js';
import * as words from '../../../text/study/study-words.js';
import { importStudyFile } from '../import-study-file.js';
import { batchRows, comparisonRows, hasTwoSystems } from './rows-on-page.js';
import { guessStudyColumns } from './study-rows.js';

const BEGINNING = 200;

export class StudyStart extends StateElement {
  /** Why the last input was not read; '' for no problem. */
  @state() private problem = '';

  @state() private studies: readonly Study[] = [];
  /** The browser refused to read what is stored. */
  @state() private isRefused = false;

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
      ${this.isRefused ? html`<p class="fault" role="alert">${NOT_READ}</p>` : null}
      <quals-stored-sets
        .heading=${words.STORED}
        .question=${words.DELETE_SURE}
        .sets=${this.studies.map(({ id, name, items, createdAt }) => ({ id, name, note: words.storedNote(items.length, createdAt) }))}
        .forget=${this.forget}
        .next=${() => this.querySelector('h1')}
        @set-open=${({ detail }: CustomEvent<string>) => this.open(detail)}
      ></quals-stored-sets>
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

  private async readStored(): Promise<void> {
    try {
      this.studies = await readStudies(this.state.studyDatabase);
      this.isRefused = false;
    } catch {
      this.isRefused = true;
    }
  }

  private async open(id: string): Promise<void> {
    const isThere = await this.state.openStudy(id).catch(() => false);
    if (!isThere) await this.readStored();
  }

  private readonly forget = async (id: string): Promise<void> => {
    await forgetStudy(this.state, id);
    await this.readStored();
  };

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
      this.isRefused = true;
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

/**
 * Which column is what: a guess that a person corrects, with the first three rows as they would be read. Fires
 * `columns-change`, `columns-use` and `columns-leave`. The page “Rate” uses it too.
 */
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { type Columns, EACH_SUMMARY, systemColumns } from '../../../batch/columns/columns.js';
import { mapRecord, type MappedRow } from '../../../batch/columns/map-record.js';
import { nameLayout } from '../../../batch/columns/name-layout.js';
import type { AnyRecord } from '../../../batch/readers/read-records.js';
import type { BatchInput } from '../../../state/batch/batch.js';
import { StateElement } from '../../../state/state-element.js';
import * as words from '../../../text/batch/input-words.js';
import './columns.css';

export interface ColumnsStep {
  readonly input: BatchInput;
  /** The first records. */
  readonly head: readonly AnyRecord[];
  readonly columns: Columns;
  readonly problem?: string | undefined;
}

type Part = Exclude<keyof Columns, 'scoreReferences'>;

const PARTS: readonly Part[] = ['source', 'summary', 'reference', 'id', 'system', 'label'];
const ROWS_SHOWN = 3;
/** More than three lines hold. */
const SHOWN_CHARACTERS = 400;

export class BatchColumns extends StateElement {
  @property({ attribute: false }) step!: ColumnsStep;
  @property({ attribute: false }) parts: readonly Part[] = PARTS;
  @property({ attribute: false }) notes: Readonly<Record<Part, string>> = words.PART_NOTES;
  /** A further choice, after the summary. */
  @property({ attribute: false }) more: ((names: readonly string[]) => TemplateResult) | undefined;
  @property({ attribute: false }) mapRow: (record: AnyRecord, columns: Columns) => readonly MappedRow[] = mapRecord;

  protected override render(): TemplateResult {
    const { input, head, columns, problem } = this.step;
    const names = this.columnNames();
    const rows = head.flatMap((record) => this.mapRow(record, columns)).slice(0, ROWS_SHOWN);
    return html`
      <h1 tabindex="-1">${words.COLUMNS_TITLE}</h1>
      <p class="lede">${words.columnsLede(input.name, nameLayout(names))}</p>
      ${problem ? html`<p class="fault" role="alert"><strong>${words.CANNOT_READ}</strong> ${problem}</p>` : null}
      <div class="column-parts">
        ${this.parts.map((part) => [this.renderPart(part, names), part === 'summary' ? this.more?.(names) : null])}
      </div>
      <h2 id=${this.idOf('batch-head')}>${words.HEAD_TITLE}</h2>
      <div class="head-rows" role="region" tabindex="0" aria-labelledby=${this.idOf('batch-head')}>
        <table aria-labelledby=${this.idOf('batch-head')}>
          <thead>
            <tr>
              ${words.headColumns(columns.reference !== null).map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map((row) => this.renderRow(row))}
          </tbody>
        </table>
      </div>
      <div class="actions">
        <button type="button" class="primary large" @click=${() => this.fire('columns-use')}>
          ${words.USE_COLUMNS}
        </button>
        <button type="button" class="large" @click=${() => this.fire('columns-leave')}>${words.OTHER_FILE}</button>
      </div>
    `;
  }

  private renderPart(part: Part, names: readonly string[]): TemplateResult {
    const isOptional = part !== 'source' && part !== 'summary';
    const systems = systemColumns(names, this.step.columns.reference).length;
    const chosen = this.step.columns[part] ?? '';
    const isEach = part === 'system' && this.step.columns.summary === EACH_SUMMARY;
    return html`<div class="column-part">
      <label for=${this.idOf(`batch-${part}`)}>${words.PARTS[part]}</label>
      <select
        id=${this.idOf(`batch-${part}`)}
        aria-describedby=${this.idOf(`batch-${part}-note`)}
        ?disabled=${isEach}
        .value=${live(chosen)}
        @change=${({ target }: Event) => this.change({ [part]: (target as HTMLSelectElement).value || null })}
      >
        ${isOptional ? html`<option value="" ?selected=${chosen === ''}>${words.NO_COLUMN}</option>` : null}
        ${
          part === 'summary' && systems > 0
            ? html`<option value=${EACH_SUMMARY} ?selected=${chosen === EACH_SUMMARY}>
                ${words.eachSummary(systems)}
              </option>`
            : null
        }
        ${names.map((name) => html`<option value=${name} ?selected=${name === chosen}>${name}</option>`)}
      </select>
      <span id=${this.idOf(`batch-${part}-note`)} class="note">${this.notes[part]}</span>
      ${part === 'reference' && chosen !== '' ? this.renderScoreReferences() : null}
    </div>`;
  }

  private renderScoreReferences(): TemplateResult {
    return html`<label class="check">
        <input
          type="checkbox"
          aria-describedby=${this.idOf('score-references-note')}
          .checked=${live(this.step.columns.scoreReferences)}
          @change=${({ target }: Event) => this.change({ scoreReferences: (target as HTMLInputElement).checked })}
        />
        ${words.SCORE_REFERENCES}
      </label>
      <span id=${this.idOf('score-references-note')} class="note">${words.SCORE_REFERENCES_NOTE}</span>`;
  }

  private renderRow({ line, id, system, source, summary, reference, label, problem }: MappedRow): TemplateResult {
    const hasReference = this.step.columns.reference !== null;
    return html`<tr>
      <td class="number">${line}</td>
      <td>${id ?? ''}</td>
      <td>${system ?? ''}</td>
      ${
        problem === undefined
          ? [source, summary, ...(hasReference ? [reference ?? ''] : [])].map(
              (text) =>
                html`<td class="text"><span class="clamped" dir="auto">${text.slice(0, SHOWN_CHARACTERS)}</span></td>`,
            )
          : html`<td class="problem" colspan=${hasReference ? 3 : 2}>${problem}</td>`
      }
      <td class="number">${label ?? ''}</td>
    </tr>`;
  }

  private columnNames(): readonly string[] {
    return [...new Set(this.step.head.flatMap((record) => ('values' in record ? Object.keys(record.values) : [])))];
  }

  private change(change: Partial<Columns>): void {
    const columns: Columns = { ...this.step.columns, ...change };
    this.dispatchEvent(new CustomEvent<Columns>('columns-change', { detail: columns, bubbles: true }));
  }

  private fire(name: 'columns-use' | 'columns-leave'): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-batch-columns': BatchColumns;
  }
  interface HTMLElementEventMap {
    'columns-change': CustomEvent<Columns>;
    'columns-use': CustomEvent;
    'columns-leave': CustomEvent;
  }
}

/** The questions that the summaries were asked, each summary's answer with its gap, and what the article says. */
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { gapMarkStyles } from '../../../charts/marked-summary/gap-marks.styles.js';
import { dropStep } from '../../../charts/marked-summary/mark-scale.js';
import { articleKey, summaryKey } from '../../../charts/series-key.js';
import { WidthController } from '../../../charts/width-controller.js';
import type { ToggleChangeEvent } from '../../../components/toggle-group.js';
import { buttonStyles } from '../../../styles/button-styles.js';
import { focusRing } from '../../../styles/focus-ring.js';
import { hostStyles } from '../../../styles/host-styles.js';
import { tableStyles } from '../../../styles/table-styles.js';
import * as words from '../../../text/compare/compare-words.js';
import { signed } from '../../../text/numbers.js';
import type { Column, Given } from '../results/columns.js';
import { differencesTableStyles } from './differences-table.styles.js';
import {
  isShared,
  type QuestionCell,
  type QuestionRow,
  questionRows,
  type Sort,
  type SortKey,
  sortRows,
} from './question-rows.js';
import { questionTable } from './score-table.js';
import { toMarkdown, toTsv } from './text-table.js';

/** Narrower columns become cards. */
const NARROWEST = 128;

export class DifferencesTable extends LitElement {
  static override styles = [hostStyles, focusRing, buttonStyles, tableStyles, gapMarkStyles, differencesTableStyles];

  /** Those with scores that compare. */
  @property({ attribute: false }) columns: readonly (Column & { readonly given: Given })[] = [];

  /** Undefined: those asked of several, if there are any. */
  @state() private filter: 'shared' | 'all' | undefined;
  @state() private sort: Sort = { by: 'spread', descending: true };

  private readonly size = new WidthController(this, 960);

  protected override render(): TemplateResult {
    const all = questionRows(this.columns.map(({ given }) => given.scored.result.pairs));
    const shared = all.filter(isShared);
    const filter = this.filter ?? (shared.length > 0 ? 'shared' : 'all');
    const rows = sortRows(filter === 'shared' ? shared : all, this.sort);
    const names = this.columns.map(({ name }) => name);
    const isNarrow = this.size.width < NARROWEST * (names.length + 2);
    return html`
      <header>
        <h2 id="title">${words.WHERE}</h2>
        <span class="note">${words.WHERE_NOTE}</span>
        <div class="end">
          <quals-toggle-group
            .label=${words.ROWS_SHOWN}
            .options=${[
              { value: 'shared', label: words.SHARED(shared.length) },
              { value: 'all', label: words.ALL(all.length) },
            ]}
            .value=${filter}
            @toggle-change=${({ value }: ToggleChangeEvent) => (this.filter = value === 'all' ? 'all' : 'shared')}
          ></quals-toggle-group>
          <quals-copy-button
            .label=${words.COPY_TSV}
            .text=${() => toTsv(questionTable(rows, names))}
          ></quals-copy-button>
          <quals-copy-button
            .label=${words.COPY_MARKDOWN}
            .text=${() => toMarkdown(questionTable(rows, names))}
          ></quals-copy-button>
        </div>
      </header>
      ${
        rows.length === 0
          ? html`<p class="note">${words.NONE_SHARED}</p>`
          : html`<div class=${isNarrow ? 'cards' : ''}>${this.renderTable(rows, names)}</div>`
      }
    `;
  }

  private renderTable(rows: readonly QuestionRow[], names: readonly string[]): TemplateResult {
    const { question, says, article } = words.COLUMNS;
    return html`<table role="table" aria-labelledby="title">
      <thead>
        <tr role="row">
          ${this.renderHead('question', html`${question}`)}
          ${names.map((name, column) => this.renderHead({ column }, html`${summaryKey} ${says(name)}`))}
          ${this.renderHead('article', html`${articleKey} ${article}`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => renderRow(row, names))}
      </tbody>
    </table>`;
  }

  private renderHead(by: SortKey, label: TemplateResult): TemplateResult {
    const isSorted = keyOf(by) === keyOf(this.sort.by);
    const direction = this.sort.descending ? 'descending' : 'ascending';
    return html`<th role="columnheader" scope="col" aria-sort=${isSorted ? direction : nothing}>
      <button type="button" @click=${() => (this.sort = { by, descending: isSorted && !this.sort.descending })}>
        ${label}
      </button>
    </th>`;
  }
}

function keyOf(by: SortKey): string {
  return typeof by === 'string' ? by : String(by.column);
}

function renderRow({ question, cells, article }: QuestionRow, names: readonly string[]): TemplateResult {
  return html`<tr role="row">
    <td role="cell" class="question" dir="auto">${question}</td>
    ${cells.map(
      (cell, index) =>
        html`<td role="cell"><span class="label" aria-hidden="true">${names[index]}</span>${renderCell(cell)}</td>`,
    )}
    <td role="cell" class="article">
      <span class="label" aria-hidden="true">${words.COLUMNS.article}</span>
      ${article === undefined ? html`<span class="faint">${words.NO_CLEAR_ANSWER}</span>` : html`<span dir="auto">${article}</span>`}
    </td>
  </tr>`;
}

function renderCell(cell: QuestionCell | undefined): TemplateResult {
  if (!cell) return html`<span class="faint">${words.NOT_ASKED}</span>`;
  const step = dropStep(cell.drop);
  return html`<span class="cell">
    <span class="shade${step} line${step}" dir="auto">${cell.answer}</span>
    <span class="gap">${signed(cell.quals)}</span>
  </span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-differences-table': DifferencesTable;
  }
}

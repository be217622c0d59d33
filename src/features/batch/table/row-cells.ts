/** The cells of the table of rows. */
import { html, type TemplateResult } from 'lit';
import { setStyles } from '../../../styles/set-styles.js';
import type { SortColumn, TableView } from '../../../state/batch/batch.js';
import { type BatchEntry, statusOf } from '../../../state/batch/batch-entry.js';
import { phaseWords } from '../../../text/batch/run-words.js';
import * as words from '../../../text/batch/table-words.js';
import { count, signed } from '../../../text/numbers.js';

type Column = SortColumn | 'summary';

/** In this order, as the style sheet's grid has them. */
const COLUMNS: readonly Column[] = ['row', 'id', 'system', 'summary', 'words', 'label', 'status', 'quals', 'seconds'];
const NUMBERS: ReadonlySet<Column> = new Set(['row', 'words', 'label', 'quals', 'seconds']);

export function headCell(sort: TableView['sort'], sortBy: (column: SortColumn) => void): TemplateResult[] {
  return COLUMNS.map((column) => {
    const name = words.COLUMN_NAMES[column];
    if (column === 'summary') return html`<div role="columnheader" class="c-summary">${name}</div>`;
    const isSorted = sort.column === column;
    const direction = isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none';
    return html`<div role="columnheader" class="c-${column} ${numberClass(column)}" aria-sort=${direction}>
      <button type="button" @click=${() => sortBy(column)}>
        ${name} <span class="arrow" aria-hidden="true">${isSorted ? (sort.descending ? '↓' : '↑') : ''}</span>
      </button>
    </div>`;
  });
}

/** `phase`: of the row that runs. */
export function rowCells(entry: BatchEntry, phase: string | undefined): TemplateResult {
  const { index, id, system, summary, articleWords, label } = entry;
  const cell = (column: Column, content: unknown): TemplateResult =>
    html`<div role="gridcell" class="c-${column} ${numberClass(column)}">${content}</div>`;
  return html`
    ${cell('row', count(index + 1))} ${cell('id', html`<span title=${String(id)}>${String(id)}</span>`)}
    ${cell('system', html`<span title=${system ?? ''}>${system ?? ''}</span>`)}
    ${cell(
      'summary',
      summary.trim() === ''
        ? html`<span class="faint">${words.EMPTY_TEXT}</span>`
        : html`<span dir="auto" title=${summary}>${summary.slice(0, SHOWN_CHARACTERS)}</span>`,
    )}
    ${cell('words', count(articleWords))} ${cell('label', label === null ? '' : shortNumber(label))}
    ${cell('status', statusCell(entry, phase))} ${cell('quals', qualsCell(entry))} ${cell('seconds', secondsOf(entry))}
  `;
}

/** QUALS at the left end of a bar. A bar is two boxes: an element of its own for each row costs time while rows scroll in. */
const LOWEST = -3;

/** More never fits a line, and a long text takes time to lay out. */
const SHOWN_CHARACTERS = 300;

function statusCell(entry: BatchEntry, phase: string | undefined): TemplateResult {
  const status = phase === undefined ? statusOf(entry) : 'scoring';
  const note = phase === undefined ? words.statusNote(entry) : phaseWords(phase);
  return html`<span class="status" data-status=${status}>${words.STATUS[status]}</span>
    <span class="note" title=${note}>${note}</span>`;
}

function qualsCell(entry: BatchEntry): TemplateResult | null {
  const { score } = entry;
  if (score?.outcome === 'scored') {
    const width = `${100 * Math.min(1, Math.max(0, score.quals / LOWEST))}%`;
    return html`<span class="bar" aria-hidden="true"><i style=${setStyles({ width })}></i></span
      ><span class="quals">${signed(score.quals)}</span>`;
  }
  return statusOf(entry) === 'waiting' ? null : html`<span class="faint">${words.NO_SCORE}</span>`;
}

function secondsOf({ score }: BatchEntry): string {
  return score && 'seconds' in score ? `${score.seconds.toFixed(1)}\u00a0s` : '';
}

function shortNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}

function numberClass(column: Column): string {
  return NUMBERS.has(column) ? 'number' : '';
}

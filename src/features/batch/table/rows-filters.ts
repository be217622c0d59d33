/** `<quals-rows-filters>`: which rows the table shows, by status or chosen set, by QUALS and by a search. */
import { html, type TemplateResult } from 'lit';
import type { ToggleChangeEvent, ToggleOption } from '../../../components/toggle-group.js';
import type { QualsRange, RowFilter, TableView } from '../../../state/batch/batch.js';
import { type BatchEntry, countStatuses } from '../../../state/batch/batch-entry.js';
import type { BatchChoice } from '../../../state/batch/choice.js';
import { StateElement } from '../../../state/state-element.js';
import * as words from '../../../text/batch/table-words.js';

export class RowsFilters extends StateElement {
  private readonly entries = this.watch(({ $batchEntries }) => $batchEntries);
  private readonly choice = this.watch(({ $choice }) => $choice);
  private readonly view = this.watch(({ $batchView }) => $batchView);
  private options: readonly ToggleOption[] = [];
  private optionsOf: readonly unknown[] = [];

  protected override render(): TemplateResult {
    const { filter, search, range } = this.view.value;
    const options = this.optionsFor(this.entries.value, this.choice.value);
    return html`
      <header class="section-head">
        <h2 id=${this.idOf('batch-rows')}>${words.TABLE_TITLE}</h2>
        <quals-toggle-group
          .label=${words.FILTER}
          .options=${options}
          .value=${options.some(({ value }) => value === filter) ? filter : 'all'}
          @toggle-change=${({ value }: ToggleChangeEvent) => this.change({ filter: value as RowFilter })}
        ></quals-toggle-group>
        ${this.renderRange(range)}
        <input
          class="end"
          type="search"
          aria-label=${words.SEARCH}
          placeholder=${words.SEARCH}
          .value=${search}
          @input=${({ target }: Event) => this.change({ search: (target as HTMLInputElement).value })}
        />
      </header>
      ${isCrossed(range) ? html`<p class="note" role="status">${words.RANGE_CROSSED}</p>` : null}
    `;
  }

  /** A field that says the same number in another way, such as "-0" on the way to "-0.5", is left alone. */
  protected override updated(): void {
    const { range } = this.view.value;
    for (const field of this.querySelectorAll<HTMLInputElement>('.range input')) {
      const value = range[field.name as keyof QualsRange];
      if (!field.validity.badInput && numberIn(field) !== value) field.value = value === undefined ? '' : String(value);
    }
  }

  private onNumber(name: keyof QualsRange, field: HTMLInputElement): void {
    // What is no number yet, such as "-", changes nothing.
    if (field.validity.badInput) return;
    this.change({ range: { ...this.view.value.range, [name]: numberIn(field) } });
  }

  private renderRange(range: QualsRange): TemplateResult {
    const end = (name: 'min' | 'max'): TemplateResult =>
      html`<label
        >${words.RANGE[name]}
        <input
          type="number"
          name=${name}
          step="any"
          @input=${({ target }: Event) => this.onNumber(name, target as HTMLInputElement)}
        />
      </label>`;
    return html`<span class="range" role="group" aria-label=${words.RANGE_LABEL}>
      <span aria-hidden="true">${words.COLUMN_NAMES.quals}</span> ${end('min')} ${end('max')}
      ${
        range.min === undefined && range.max === undefined
          ? null
          : html`<button type="button" class="quiet" @click=${() => this.change({ range: {} })}>
              ${words.RANGE_CLEAR}
            </button>`
      }
    </span>`;
  }

  /** The same list while its words are the same. */
  private optionsFor(entries: readonly BatchEntry[], choice: BatchChoice | undefined): readonly ToggleOption[] {
    if (this.optionsOf[0] === entries && this.optionsOf[1] === choice) return this.options;
    this.optionsOf = [entries, choice];
    const sets = choice && words.setFilters(choice.positive.length, choice.negative.length);
    const labels = { ...words.filters(countStatuses(entries)), ...sets };
    this.options = Object.entries(labels).map(([value, label]) => ({ value, label }));
    return this.options;
  }

  private change(change: Partial<TableView>): void {
    this.state.changeView(change);
  }
}

/** Undefined for an empty field. */
function numberIn({ valueAsNumber }: HTMLInputElement): number | undefined {
  return Number.isFinite(valueAsNumber) ? valueAsNumber : undefined;
}

function isCrossed({ min = -Infinity, max = Infinity }: QualsRange): boolean {
  return min > max;
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-rows-filters': RowsFilters;
  }
}

/** What the list of the history is limited to. Fires `filter-change`. */
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { type HistoryFilter, type HistoryOrder, NO_FILTER } from '../../state/history/find-items.js';
import { StateElement } from '../../state/state-element.js';
import { FIND } from '../../text/history/history-words.js';

export class HistoryFind extends StateElement {
  @property({ attribute: false }) filter: HistoryFilter = NO_FILTER;

  protected override render(): TemplateResult {
    const { text, from, to, least, most, order } = this.filter;
    return html`<search aria-label=${FIND.label}>
      ${this.field('text', FIND.text, 'search', text, (value) => ({ text: value }))}
      ${this.field('from', FIND.from, 'date', from, (value) => ({ from: value }))}
      ${this.field('to', FIND.to, 'date', to, (value) => ({ to: value }))}
      ${this.field('least', FIND.least, 'number', String(least ?? ''), (value) => ({ least: numberOf(value) }))}
      ${this.field('most', FIND.most, 'number', String(most ?? ''), (value) => ({ most: numberOf(value) }))}
      <label for=${this.idOf('history-order')}
        ><span>${FIND.order}</span>
        <select id=${this.idOf('history-order')} @change=${this.onOrder}>
          ${Object.entries(FIND.orders).map(
            ([value, label]) => html`<option value=${value} ?selected=${value === order}>${label}</option>`,
          )}
        </select>
      </label>
    </search>`;
  }

  private field(
    name: string,
    label: string,
    type: 'search' | 'date' | 'number',
    value: string,
    change: (value: string) => Partial<HistoryFilter>,
  ): TemplateResult {
    return html`<label class=${name} for=${this.idOf(`history-${name}`)}
      ><span>${label}</span>
      <input
        id=${this.idOf(`history-${name}`)}
        type=${type}
        step="any"
        autocomplete="off"
        .value=${value}
        @input=${(event: Event) => this.choose(change((event.target as HTMLInputElement).value))}
      />
    </label>`;
  }

  private readonly onOrder = (event: Event): void =>
    this.choose({ order: (event.target as HTMLSelectElement).value as HistoryOrder });

  private choose(change: Partial<HistoryFilter>): void {
    const detail: HistoryFilter = { ...this.filter, ...change };
    this.dispatchEvent(new CustomEvent('filter-change', { detail }));
  }
}

/** A true minus sign and a comma are numbers to a person, but not to the field: then it has no value. */
function numberOf(value: string): number | undefined {
  return value === '' || !Number.isFinite(Number(value)) ? undefined : Number(value);
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-history-find': HistoryFind;
  }
  interface HTMLElementEventMap {
    'filter-change': CustomEvent<HistoryFilter>;
  }
}

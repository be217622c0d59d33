/** The answers: all kept pairs, those in doubt, or the dropped ones. */
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ToggleChangeEvent } from '../../../components/toggle-group.js';
import type { FirstLook } from '../../../core/first-look/first-look.js';
import type { Scored } from '../../../core/score.js';
import { StateElement } from '../../../state/state-element.js';
import { isInDoubt } from '../../../core/judgement/in-doubt.js';
import { byClarity } from '../../../core/judgement/evidence-order.js';
import * as words from '../../../text/result/result-words.js';
import './answers-table.css';
import './answer-letters.css';
import './answer-cards.css';

type Filter = 'all' | 'doubt' | 'dropped';

export class AnswersSection extends StateElement {
  @property({ attribute: false }) result?: Scored;
  /** Of the same summary, without words of copied sentences. */
  @property({ attribute: false }) look?: FirstLook | undefined;

  @state() private filter: Filter = 'all';

  protected override render(): TemplateResult | null {
    const { result } = this;
    if (!result) return null;
    const { pairs, dropped } = result;
    const all = pairs.map((_, index) => index);
    const doubt = pairs.flatMap((pair, index) => (isInDoubt(pair) ? [index] : []));
    const options = [
      { value: 'all', label: words.FILTER.all(all.length) },
      { value: 'doubt', label: words.FILTER.doubt(doubt.length) },
      { value: 'dropped', label: words.FILTER.dropped(dropped.length) },
    ];
    return html`
      <header class="section-head">
        <h2 id=${this.idOf('answers-title')}>${words.ANSWERS}</h2>
        <span>${words.answersNote(pairs.length)}</span>
        <quals-toggle-group
          class="end"
          .label=${words.FILTER.label}
          .options=${options}
          .value=${this.filter}
          @toggle-change=${(event: ToggleChangeEvent) => (this.filter = event.value as Filter)}
        ></quals-toggle-group>
      </header>
      ${
        this.filter === 'dropped'
          ? html`<quals-dropped-table .dropped=${dropped}></quals-dropped-table>`
          : this.renderPairs(result, this.filter === 'all' ? all : doubt)
      }
      <quals-search-paths .result=${result}></quals-search-paths>
    `;
  }

  private renderPairs({ pairs }: Scored, rows: readonly number[]): TemplateResult {
    if (rows.length === 0) return html`<p class="note">${words.NONE_IN_DOUBT}</p>`;
    const { clear, unclear } = byClarity(pairs, this.look);
    const shown = (group: readonly number[]): number[] => group.filter((index) => rows.includes(index));
    return html`<quals-answers-table
        .pairs=${pairs}
        .look=${this.look}
        .clear=${shown(clear)}
        .unclear=${shown(unclear)}
      ></quals-answers-table>
      <p class="note hint">${words.SELECT_HINT}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-answers-section': AnswersSection;
  }
}

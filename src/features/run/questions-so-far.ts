/** The questions as the search finishes them, newest first. */
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { WrittenPair } from '../../core/scorer.js';
import { StateElement } from '../../state/state-element.js';
import * as words from '../../text/form/run-words.js';

const SHOWN_AT_FIRST = 12;

export class QuestionsSoFar extends StateElement {
  @property({ attribute: false }) written: readonly WrittenPair[] = [];
  @property({ type: Number }) paths = 0;

  @state() private showsAll = false;

  protected override render(): TemplateResult {
    const count = this.written.length;
    const rows = this.written.map((pair, index) => this.renderRow(pair, index + 1)).reverse();
    const others = count - SHOWN_AT_FIRST;
    return html`
      <header class="section-head">
        <h2 id=${this.idOf('questions-title')}>${words.QUESTIONS_SO_FAR}</h2>
        <span>${words.soFar(count, this.paths)}</span>
        <span class="end">${count === 0 ? '' : words.standing(this.written)}</span>
      </header>
      ${count === 0 ? html`<p class="note">${words.NONE_YET}</p>` : this.renderTable(rows)}
      ${
        others > 0
          ? html`<button
              type="button"
              class="quiet"
              aria-expanded=${this.showsAll ? 'true' : 'false'}
              @click=${() => (this.showsAll = !this.showsAll)}
            >
              ${this.showsAll ? words.showNewest(SHOWN_AT_FIRST) : words.showOthers(others)}
            </button>`
          : null
      }
    `;
  }

  private renderTable(rows: readonly TemplateResult[]): TemplateResult {
    return html`<table aria-labelledby=${this.idOf('questions-title')}>
      <thead>
        <tr>
          <th scope="col">${words.COLUMNS.number}</th>
          <th scope="col">${words.COLUMNS.question}</th>
          <th scope="col">${words.COLUMNS.answer}</th>
          <th scope="col">${words.COLUMNS.kept}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.slice(0, this.showsAll ? rows.length : SHOWN_AT_FIRST)}
      </tbody>
    </table>`;
  }

  private renderRow({ question, answer, inSummary }: WrittenPair, number: number): TemplateResult {
    return html`<tr>
      <td class="faint">${number}</td>
      <td>${question}</td>
      <td class="answer">${answer}</td>
      <td class=${inSummary ? '' : 'faint'}>${inSummary ? words.IN_SUMMARY : words.NOT_IN_SUMMARY}</td>
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-questions-so-far': QuestionsSoFar;
  }
}

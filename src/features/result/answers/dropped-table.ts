/** The dropped pairs of the search, each with its reason, for inspection. */
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { DroppedPair } from '../../../core/score.js';
import { StateElement } from '../../../state/state-element.js';
import { DROP_REASONS } from '../../../text/result/drop-reasons.js';
import * as words from '../../../text/result/result-words.js';

export class DroppedTable extends StateElement {
  @property({ attribute: false }) dropped: readonly DroppedPair[] = [];

  protected override render(): TemplateResult {
    return html`
      <p class="note">${words.DROPPED_NOTE}</p>
      <table aria-labelledby=${this.idOf('answers-title')}>
        <thead>
          <tr>
            <th scope="col">${words.DROPPED_COLUMNS.question}</th>
            <th scope="col">${words.DROPPED_COLUMNS.answer}</th>
            <th scope="col">${words.DROPPED_COLUMNS.reason}</th>
          </tr>
        </thead>
        <tbody>
          ${this.dropped.map(
            ({ question, answer, reason }) =>
              html`<tr>
                <td dir="auto">${question}</td>
                <td dir="auto">${answer}</td>
                <td class="faint">${DROP_REASONS[reason]}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-dropped-table': DroppedTable;
  }
}

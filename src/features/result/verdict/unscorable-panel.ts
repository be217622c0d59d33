/** No pair was kept: an outcome without a number, not an error. */
import { consume } from '@lit/context';
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Unscorable } from '../../../core/score.js';
import { type Session, sessionContext } from '../../../state/scoring/session.js';
import { StateElement } from '../../../state/state-element.js';
import * as words from '../../../text/result/result-words.js';
import { protocolLine } from '../../../text/form/settings-words.js';

const SHOWN = 3;

/** Fires `edit-request`. */
export class UnscorablePanel extends StateElement {
  @consume({ context: sessionContext })
  @state()
  private session?: Session;

  @property({ attribute: false }) result?: Unscorable;

  protected override render(): TemplateResult | null {
    const { result } = this;
    if (!result) return null;
    const shown = result.dropped.slice(0, SHOWN);
    const edit = (): boolean =>
      this.dispatchEvent(new CustomEvent('edit-request', { bubbles: true, detail: 'summary' }));
    return html`
      <div class="score-block">
        <p class="eyebrow">${words.QUALS}</p>
        <p class="big-score none">${words.NO_SCORE}</p>
        <p class="note">${protocolLine(result.protocol)}</p>
      </div>
      <div class="verdict">
        <h1 tabindex="-1">${words.UNSCORABLE_TITLE}</h1>
        <p>${words.unscorableReason(result.pairsWritten)}</p>
        <p class="actions">
          <button type="button" class="primary" @click=${edit}>${words.EDIT_SUMMARY}</button>
          ${
            result.protocol.name === 'matched'
              ? html`<button type="button" @click=${() => this.tryReleased()}>${words.TRY_RELEASED}</button>`
              : null
          }
        </p>
      </div>
      <div class="dropped-few">
        <p class="eyebrow">${words.droppedSome(shown.length, result.dropped.length)}</p>
        <dl>
          ${shown.map(
            ({ question, answer }) =>
              html`<dt>${question}</dt>
                <dd>${answer}</dd>`,
          )}
        </dl>
      </div>
    `;
  }

  private tryReleased(): void {
    this.state.changeSettings({ protocol: 'released' });
    void this.session?.score();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-unscorable-panel': UnscorablePanel;
  }
}

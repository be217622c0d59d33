/** The Score button, and what it will do. */
import { consume } from '@lit/context';
import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { usesModel } from '../../state/scoring/run.js';
import { type Session, sessionContext } from '../../state/scoring/session.js';
import { chosenProtocol } from '../../state/page/settings.js';
import { StateElement } from '../../state/state-element.js';
import * as words from '../../text/form/form-words.js';
import { protocolLine } from '../../text/form/settings-words.js';

export class RunControls extends StateElement {
  @consume({ context: sessionContext })
  @state()
  private session?: Session;

  private readonly run = this.watch(({ $run }) => $run);
  private readonly settings = this.watch(({ $settings }) => $settings);

  protected override render(): TemplateResult {
    const busy = usesModel(this.run.value);
    return html`
      <button
        type="button"
        class="primary large"
        aria-disabled=${busy ? 'true' : 'false'}
        @click=${() => this.session?.score()}
      >
        ${words.SCORE}
      </button>
      <p class="run-plan">
        <span>${protocolLine(chosenProtocol(this.settings.value))}</span>
        <span class="keys">${words.SCORE_KEYS}</span>
      </p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-run-controls': RunControls;
  }
}

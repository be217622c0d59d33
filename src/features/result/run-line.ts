/** How the result came about, and what can be done with it. */
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { PageElement } from '../../components/page-element.js';
import type { ShownResult } from '../../state/result.js';
import * as words from '../../text/result-words.js';

/** Fires `edit-request`. The page puts its own tools (export) into `tools`. */
export class RunLine extends PageElement {
  @property({ attribute: false }) shown?: ShownResult;
  @property({ attribute: false }) tools: unknown;

  protected override render(): TemplateResult | null {
    if (!this.shown) return null;
    const { result, origin } = this.shown;
    const kept = result.kind === 'scored' ? result.pairs.length : 0;
    const edit = (): boolean =>
      this.dispatchEvent(new CustomEvent('edit-request', { bubbles: true, detail: 'summary' }));
    return html`
      <ul class="facts plain">
        ${
          origin.kind === 'run'
            ? html`<li><strong>${words.RAN}</strong> ${origin.deviceDetail}, ${words.took(origin.seconds)}</li>`
            : html`<li><strong>${words.SCORED_BEFOREHAND}</strong></li>`
        }
        <li>${words.writtenAndKept(result.pairsWritten, kept)}</li>
        ${origin.kind === 'run' ? html`<li>${words.REQUESTS} <strong>${origin.requests}</strong></li>` : null}
        <li>${words.MODEL} ${result.model.id} ${result.model.version}</li>
      </ul>
      <div class="tools">
        <button type="button" @click=${edit}>${words.EDIT_TEXTS}</button>
        ${this.tools}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-run-line': RunLine;
  }
}

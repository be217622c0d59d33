/** How the result was computed, and what a person can do with it. */
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { PageElement } from '../../../components/element/page-element.js';
import type { ShownResult } from '../../../state/scoring/result.js';
import { deviceName } from '../../../text/form/model-words.js';
import { firstOf, FROM_HISTORY, OPENED_FROM, scoredOn } from '../../../text/result/record-words.js';
import * as words from '../../../text/result/result-words.js';

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
        ${this.renderOrigin(origin)}
        <li>${words.writtenAndKept(result.pairsWritten, kept)}</li>
        ${
          origin.kind === 'run' && origin.run
            ? html`<li>${words.REQUESTS} <strong>${origin.run.requests}</strong></li>`
            : null
        }
        <li>${words.MODEL} ${result.model.id} ${result.model.version}</li>
      </ul>
      <div class="tools">
        <button type="button" @click=${edit}>${words.EDIT_TEXTS}</button>
        ${this.tools}
      </div>
    `;
  }

  private renderOrigin(origin: ShownResult['origin']): TemplateResult {
    switch (origin.kind) {
      case 'example':
        return html`<li><strong>${words.SCORED_BEFOREHAND}</strong></li>`;
      case 'run': {
        const { run } = origin;
        const how = run && `${deviceName(run.device, run.detail)}, ${words.took(run.seconds)}`;
        return html`<li><strong>${words.RAN}</strong> ${how}</li>`;
      }
      case 'history': {
        const how = scoredOn(origin.createdAt, origin.run);
        return html`<li><strong>${FROM_HISTORY}</strong> ${origin.title}</li>
          ${how ? html`<li>${how}</li>` : null}`;
      }
      case 'file': {
        const { fileName, resultsInFile, createdAt, run } = origin;
        const how = scoredOn(createdAt, run);
        return html`<li><strong>${OPENED_FROM}</strong> ${fileName}</li>
          ${resultsInFile > 1 ? html`<li>${firstOf(resultsInFile)}</li>` : null} ${how ? html`<li>${how}</li>` : null}`;
      }
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-run-line': RunLine;
  }
}

/** The summary during the search: words that a finished question asks about are dotted. */
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { PageElement } from '../../components/element/page-element.js';
import type { WrittenPair } from '../../core/scorer.js';
import { coveredSpans } from './covered-spans.js';

export class DottedSummary extends PageElement {
  @property() text = '';
  @property({ attribute: false }) written: readonly WrittenPair[] = [];

  protected override render(): TemplateResult {
    const pieces: (TemplateResult | string)[] = [];
    let at = 0;
    for (const { start, end } of coveredSpans(this.written, this.text)) {
      pieces.push(this.text.slice(at, start), html`<span class="dotted">${this.text.slice(start, end)}</span>`);
      at = end;
    }
    return html`<p class="summary-text" dir="auto">${pieces}${this.text.slice(at)}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-dotted-summary': DottedSummary;
  }
}

/**
 * What the page does, heard: one polite live region that is there from the beginning, since one that comes with its text is
 * often not read. A run speaks for itself (`quals-run-view`), a result by the focus on its heading, and what has stopped by an alert.
 */
import { html, type TemplateResult } from 'lit';
import { StateElement } from '../state/state-element.js';
import { scoresOneText } from '../state/page/place.js';
import { NAV } from '../text/page/page-words.js';
import { statusOf } from '../text/page/status-words.js';

export class PageStatus extends StateElement {
  private readonly model = this.watch(({ $model }) => $model);
  private readonly run = this.watch(({ $run }) => $run);
  private readonly place = this.watch(({ $place }) => $place);
  private readonly unseen = this.watch(({ $unseen }) => $unseen);

  protected override render(): TemplateResult {
    const waits = !scoresOneText(this.place.value) && this.unseen.value !== undefined && this.run.value.kind === 'idle';
    return html`<p class="visually-hidden" role="status">
      ${waits ? NAV.result : statusOf(this.model.value, this.run.value)}
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-page-status': PageStatus;
  }
}

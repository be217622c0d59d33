/**
 * What the page does, heard: one polite live region that is there from the beginning, since one that comes with its text is
 * often not read. A run speaks for itself (`quals-run-view`), a result by the focus on its heading, and what has stopped by an alert.
 * Above all pages it also says, for everybody, why something was not opened.
 */
import { html, type TemplateResult } from 'lit';
import { StateElement } from '../state/state-element.js';
import { scoresOneText } from '../state/page/place.js';
import { CLOSE, NAV } from '../text/page/page-words.js';
import { statusOf } from '../text/page/status-words.js';

export class PageStatus extends StateElement {
  private readonly model = this.watch(({ $model }) => $model);
  private readonly run = this.watch(({ $run }) => $run);
  private readonly place = this.watch(({ $place }) => $place);
  private readonly unseen = this.watch(({ $unseen }) => $unseen);
  private readonly notOpened = this.watch(({ $notOpened }) => $notOpened);

  protected override render(): TemplateResult {
    const waits = !scoresOneText(this.place.value) && this.unseen.value !== undefined && this.run.value.kind === 'idle';
    return html`<p class="visually-hidden" role="status">
        ${waits ? NAV.result : statusOf(this.model.value, this.run.value)}
      </p>
      ${this.notOpened.value ? this.renderNotOpened(this.notOpened.value) : null}`;
  }

  private renderNotOpened(why: string): TemplateResult {
    return html`<div class="not-opened" role="alert">
      <p>${why}</p>
      <button type="button" class="quiet" @click=${this.close}>${CLOSE}</button>
    </div>`;
  }

  /** The button is gone then: the focus goes to the page. */
  private readonly close = (): void => {
    this.state.$notOpened.set('');
    this.closest('quals-app')?.querySelector<HTMLElement>('.main')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-page-status': PageStatus;
  }
}

/** Offers a newer version of the page. Says nothing while the model loads or scores: nothing is replaced under a run. */
import { html, type TemplateResult } from 'lit';
import { StateElement } from '../../state/state-element.js';
import * as words from '../../text/page/update-words.js';
import { mayReplacePage } from './may-replace.js';

export class UpdateNotice extends StateElement {
  private readonly offer = this.watch(({ $update }) => $update);
  private readonly run = this.watch(({ $run }) => $run);
  private readonly model = this.watch(({ $model }) => $model);

  protected override render(): TemplateResult | null {
    const update = this.offer.value;
    if (update.kind === 'none' || !mayReplacePage(this.run.value, this.model.value)) return null;
    const offered = update.kind === 'offered';
    const act = offered ? update.take : (): void => location.reload();
    return html`<quals-notice-box .heading=${offered ? words.OFFERED_TITLE : words.ELSEWHERE_TITLE}>
      <p>${offered ? words.OFFERED : words.ELSEWHERE}</p>
      <button slot="actions" type="button" class="primary" @click=${act}>${offered ? words.TAKE : words.RELOAD}</button>
    </quals-notice-box>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-update-notice': UpdateNotice;
  }
}

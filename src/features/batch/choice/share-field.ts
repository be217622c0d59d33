/** `<quals-share-field>`: a share as a percentage that a person enters. Fires `share-change` with the share, 0 to 1. */
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { StateElement } from '../../../state/state-element.js';
import * as words from '../../../text/batch/choice-words.js';

export class ShareField extends StateElement {
  /** Of the field within the page. */
  @property() name = '';
  @property() label = '';
  @property() note = '';
  @property({ type: Number }) share = 0;

  @state() private isBad = false;

  protected override render(): TemplateResult {
    const { isBad } = this;
    const id = this.idOf(`share-${this.name}`);
    return html`<div class="control">
      <label for=${id}>${this.label}</label>
      <input
        id=${id}
        type="number"
        min="0"
        max="100"
        step="any"
        aria-describedby="${id}-note"
        aria-invalid=${isBad ? 'true' : 'false'}
        .value=${String(percentOf(this.share))}
        @input=${this.onInput}
      />
      <span id="${id}-note" class=${isBad ? 'problem' : 'note'} role="status">
        ${isBad ? words.BAD_SHARE : this.note}
      </span>
    </div>`;
  }

  /** A bad number changes nothing but the field. */
  private readonly onInput = ({ target }: Event): void => {
    const { value } = target as HTMLInputElement;
    const percent = value.trim() === '' ? Number.NaN : Number(value);
    this.isBad = !(percent >= 0 && percent <= 100);
    if (!this.isBad) this.dispatchEvent(new CustomEvent('share-change', { detail: percent / 100 }));
  };
}

/** 30 and not 30.000000000000004. */
function percentOf(share: number): number {
  return Number((share * 100).toPrecision(12));
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-share-field': ShareField;
  }
}

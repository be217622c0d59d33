/** Texts that somebody sent: shown as text, and used only when the person says so. */
import { html, type TemplateResult } from 'lit';
import { directionOf } from '../../components/element/text-direction.js';
import type { SharedTexts } from '../../state/share/shared-texts.js';
import { StateElement } from '../../state/state-element.js';
import * as words from '../../text/share/share-words.js';
import { countControls, withVisibleControls } from './visible-controls.js';
import './share.css';

/** Fires `texts-take` with the texts, and `texts-leave`. */
export class SentTexts extends StateElement {
  private readonly shared = this.watch(({ $shared }) => $shared);
  private readonly settings = this.watch(({ $settings }) => $settings);
  private readonly run = this.watch(({ $run }) => $run);
  private announced: unknown;

  protected override updated(): void {
    const { value } = this.shared;
    if (value === this.announced) return;
    this.announced = value;
    if (value && this.mayTakeFocus()) this.querySelector<HTMLElement>('h2')?.focus();
  }

  protected override render(): TemplateResult | null {
    const { value } = this.shared;
    if (!value) return null;
    return html`<section class="sent" aria-labelledby=${this.idOf('sent-title')}>
      ${value.ok ? this.renderTexts(value.shared) : this.renderFault(words.SHARED_FAULTS[value.fault])}
    </section>`;
  }

  private renderTexts(shared: SharedTexts): TemplateResult {
    const { source, summary, protocol, preset } = shared;
    const mine = this.settings.value;
    const controls = countControls(source) + countControls(summary);
    // A waiting run would score the new texts, for which nobody has pressed Score.
    const isWaiting = this.run.value.kind === 'waiting';
    return html`
      <h2 id=${this.idOf('sent-title')} tabindex="-1">${words.SENT.title}</h2>
      <p>${words.SENT.how}</p>
      ${controls > 0 ? html`<p class="fault">${words.SENT.controls(controls)}</p>` : null}
      ${this.renderText('sent-article', words.SENT.article, source)}
      ${this.renderText('sent-summary', words.SENT.summary, summary)}
      <p class="note">
        ${words.SENT.settings(shared)}
        ${mine.protocol === protocol && mine.preset === preset ? null : words.SENT.otherSettings}
      </p>
      <p class="actions">
        <button
          type="button"
          class="primary"
          aria-disabled=${isWaiting ? 'true' : 'false'}
          @click=${() => isWaiting || this.send('texts-take', shared)}
        >
          ${words.SENT.take}
        </button>
        <button type="button" @click=${() => this.send('texts-leave')}>${words.SENT.leave}</button>
      </p>
      ${isWaiting ? html`<p class="note">${words.SENT.waiting}</p>` : null}
    `;
  }

  private renderText(id: string, label: string, text: string): TemplateResult {
    return html`<h3 id=${this.idOf(id)}>${label}</h3>
      <div
        class="sent-text"
        role="region"
        tabindex="0"
        aria-labelledby=${this.idOf(id)}
        dir=${directionOf(text)}
        .textContent=${withVisibleControls(text)}
      ></div>`;
  }

  private renderFault(fault: string): TemplateResult {
    return html`
      <h2 id=${this.idOf('sent-title')} tabindex="-1">${words.CANNOT_OPEN}</h2>
      <p>${fault}</p>
      <p class="actions"><button type="button" @click=${() => this.send('texts-leave')}>${words.CLOSE}</button></p>
    `;
  }

  private send(type: 'texts-take' | 'texts-leave', detail?: SharedTexts): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-sent-texts': SentTexts;
  }
  interface HTMLElementEventMap {
    'texts-take': CustomEvent<SharedTexts>;
    'texts-leave': CustomEvent;
  }
}

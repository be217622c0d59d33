/** `<quals-copy-button>`: puts `text` on the clipboard and says whether it did. */
import { LitElement, html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { buttonStyles } from '../styles/button-styles.js';
import { focusRing } from '../styles/focus-ring.js';
import { hostStyles } from '../styles/host-styles.js';
import { visuallyHidden } from '../styles/visually-hidden.js';
import { COPY } from '../text/page/component-words.js';
import { inlineHost } from './element/inline-host.js';

const SHOWN_FOR = 2000;

export class CopyButton extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [hostStyles, inlineHost, focusRing, buttonStyles, visuallyHidden];

  /** The text to copy, or a function that makes it when the button is pressed. */
  @property({ attribute: false }) text: string | (() => string | Promise<string>) = '';
  /** Idle label of the button. */
  @property() label: string = COPY.idle;

  @state() private phase: keyof typeof COPY = 'idle';
  private timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.phase = 'idle';
  }

  protected override render(): TemplateResult {
    const said = this.phase === 'idle' ? '' : COPY[this.phase];
    return html`
      <button type="button" @click=${this.copy}>${said || this.label}</button>
      <span class="visually-hidden" role="status">${said}</span>
    `;
  }

  private readonly copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(typeof this.text === 'string' ? this.text : await this.text());
      this.phase = 'done';
    } catch (error) {
      // No permission, or a page without focus: the button shows it and an event reports it.
      this.phase = 'failed';
      this.dispatchEvent(new CustomEvent('copy-failed', { detail: error, bubbles: true, composed: true }));
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.phase = 'idle'), SHOWN_FOR);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-copy-button': CopyButton;
  }
}

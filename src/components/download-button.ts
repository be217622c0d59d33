/** `<quals-download-button>`: makes a file when it is pressed, and saves it. Says so while it works and where it fails (`download-failed`). */
import { LitElement, html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { buttonStyles } from '../styles/button-styles.js';
import { focusRing } from '../styles/focus-ring.js';
import { hostStyles } from '../styles/host-styles.js';
import { visuallyHidden } from '../styles/visually-hidden.js';
import { DOWNLOAD } from '../text/page/component-words.js';
import { inlineHost } from './element/inline-host.js';
import { saveFile } from './save-file.js';

export class DownloadButton extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [hostStyles, inlineHost, focusRing, buttonStyles, visuallyHidden];

  @property() label: string = DOWNLOAD.idle;
  @property() filename = 'file';
  /** Makes the file; may throw. */
  @property({ attribute: false }) make: (() => Blob | Promise<Blob>) | undefined;

  @state() private phase: keyof typeof DOWNLOAD = 'idle';

  protected override render(): TemplateResult {
    const said = this.phase === 'idle' ? '' : DOWNLOAD[this.phase];
    return html`
      <button type="button" ?disabled=${!this.make} aria-busy=${this.phase === 'busy'} @click=${this.download}>
        ${said || this.label}
      </button>
      <span class="visually-hidden" role="status">${said}</span>
    `;
  }

  private readonly download = async (): Promise<void> => {
    if (!this.make || this.phase === 'busy') return;
    this.phase = 'busy';
    try {
      saveFile(await this.make(), this.filename);
      this.phase = 'idle';
    } catch (error) {
      this.phase = 'failed';
      this.dispatchEvent(new CustomEvent('download-failed', { detail: error, bubbles: true, composed: true }));
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-download-button': DownloadButton;
  }
}

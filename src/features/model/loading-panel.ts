/** Loading: a bar for the downloaded bytes, then the phase of preparation. */
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { DownloadProgress, ModelState } from '../../state/scoring/model.js';
import { StateElement } from '../../state/state-element.js';
import * as words from '../../text/form/model-words.js';
import { megabytes } from '../../text/numbers.js';
import { DownloadRate } from './download-rate.js';

type Loading = Extract<ModelState, { readonly kind: 'loading' }>;
type Phase = keyof typeof words.PREPARE_STEPS;

const PHASES: readonly Phase[] = ['download', 'prepare', 'warm-up', 'self-check'];

/** Fires `loading-cancel`. */
export class LoadingPanel extends StateElement {
  @property({ attribute: false }) loading?: Loading;
  /** True if a score waits for the model. */
  @property({ type: Boolean }) waited = false;

  private readonly rate = new DownloadRate();

  protected override willUpdate(): void {
    const download = this.loading?.download;
    if (download && !download.fromStorage) this.rate.add(performance.now(), download.bytesDone);
  }

  protected override render(): TemplateResult | null {
    if (!this.loading) return null;
    const { phase, download } = this.loading;
    return html`<div class="panel" role="group" aria-labelledby=${this.idOf('loading-title')}>
      ${phase === 'starting' || phase === 'download' ? this.renderDownload(download) : this.renderPrepare(phase)}
    </div>`;
  }

  private renderDownload(download: DownloadProgress | undefined): TemplateResult {
    const rate = download?.fromStorage ? undefined : this.rate.bytesPerSecond();
    const title = !download ? words.STARTING : download.fromStorage ? words.READING_STORED : words.DOWNLOADING;
    return html`
      <header>
        <h2 id=${this.idOf('loading-title')}>${title}</h2>
        <span>${words.STEP_1}</span>
      </header>
      ${
        download
          ? html`<progress
                max=${download.bytesTotal}
                .value=${download.bytesDone}
                aria-labelledby=${this.idOf('loading-title')}
              ></progress>
              <div class="counts">
                <strong>${words.bytesOf(download.bytesDone, download.bytesTotal)}</strong>
                <span>${rate ? words.timeLeft((download.bytesTotal - download.bytesDone) / rate, rate) : ''}</span>
                ${this.cancelButton()}
              </div>`
          : html`<progress aria-labelledby=${this.idOf('loading-title')}></progress>
              <div class="counts"><span></span>${this.cancelButton()}</div>`
      }
      <p class="note">${download && !download.fromStorage ? words.DOWNLOAD_NOTE : ''} ${this.waitNote()}</p>
    `;
  }

  private renderPrepare(phase: Phase): TemplateResult {
    const now = PHASES.indexOf(phase);
    const bytes = this.loading?.download?.bytesTotal;
    return html`
      <header>
        <h2 id=${this.idOf('loading-title')}>${words.PREPARING}</h2>
        <span>${words.STEP_2}</span>
      </header>
      <ol class="steps plain">
        ${PHASES.map((step, index) => {
          const state = index < now ? 'done' : index === now ? 'now' : 'next';
          return html`<li data-state=${state} aria-current=${state === 'now' ? 'step' : 'false'}>
            <span class="state">${words.STEP_STATES[state]}</span>
            <span>${words.PREPARE_STEPS[step]}</span>
            <span class="amount">${step === 'download' && bytes ? megabytes(bytes) : ''}</span>
          </li>`;
        })}
      </ol>
      <div class="counts"><span>${words.PREPARE_NOTE} ${this.waitNote()}</span>${this.cancelButton()}</div>
    `;
  }

  private waitNote(): string {
    return this.waited ? words.STARTS_BY_ITSELF : '';
  }

  private cancelButton(): TemplateResult {
    const cancel = (): boolean => this.dispatchEvent(new CustomEvent('loading-cancel', { bubbles: true }));
    return html`<button type="button" @click=${cancel}>${words.CANCEL}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-loading-panel': LoadingPanel;
  }
}

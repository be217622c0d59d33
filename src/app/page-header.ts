/** The head of the page: where one is, what the device is doing, the theme. */
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ThemeChangeEvent } from '../components/theme-switch.js';
import type { ModelState } from '../state/scoring/model.js';
import { addressOf, type Place, scoresOneText } from '../state/page/place.js';
import { StateElement } from '../state/state-element.js';
import { NAME } from '../text/form/form-words.js';
import { HEAD } from '../text/form/model-words.js';
import { NAV, SKIP } from '../text/page/page-words.js';

export class PageHeader extends StateElement {
  /** Without what is the document's: the way past the head, and the theme. */
  @property({ type: Boolean }) embedded = false;

  private readonly place = this.watch(({ $place }) => $place);
  private readonly model = this.watch(({ $model }) => $model);
  private readonly run = this.watch(({ $run }) => $run);
  private readonly unseen = this.watch(({ $unseen }) => $unseen);
  private readonly settings = this.watch(({ $settings }) => $settings);

  protected override render(): TemplateResult {
    const isElsewhere = !scoresOneText(this.place.value);
    return html`<header class="page-head">
      ${this.embedded ? null : html`<a class="skip" href="#main" @click=${skip}>${SKIP}</a>`}
      <a class="name" href=${addressOf('form')}>${NAME}</a>
      <nav aria-label=${NAV.label}>
        ${Object.entries(LINKS).map(([place, name]) => this.renderLink(place as Place, name))}
      </nav>
      <p class="device">
        ${
          isElsewhere && this.unseen.value && this.run.value.kind !== 'running'
            ? html`<a href=${addressOf('result')}>${NAV.result}</a>`
            : deviceLine(this.model.value, this.run.value.kind === 'running')
        }
      </p>
      ${this.embedded ? null : this.renderTheme()}
    </header>`;
  }

  /** A result belongs to the form. */
  private renderLink(place: Place, name: string): TemplateResult {
    const { value } = this.place;
    const isOpen = value === place || (place === 'form' && value === 'result');
    return html`<a href=${addressOf(place)} aria-current=${isOpen ? 'page' : 'false'}>${name}</a>`;
  }

  private renderTheme(): TemplateResult {
    return html`<quals-theme-switch
      .theme=${this.settings.value.theme}
      @theme-change=${({ theme }: ThemeChangeEvent) => this.state.changeSettings({ theme })}
    ></quals-theme-switch>`;
  }
}

const LINKS: { readonly [place in Place]?: string } = NAV.places;

/** The fragment selects the page, so the skip link moves the focus itself. */
function skip(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('main')?.focus();
}

function deviceLine(model: ModelState, running: boolean): string {
  if (model.kind === 'loading') {
    const { phase, download } = model;
    if (phase === 'download' && download && !download.fromStorage)
      return HEAD.downloading(download.bytesDone / download.bytesTotal);
    return HEAD.preparing;
  }
  // The first page already says that nothing leaves the device.
  if (model.kind !== 'ready') return '';
  return running ? HEAD.working(model.model.device) : HEAD.ready(model.model.device);
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-page-header': PageHeader;
  }
}

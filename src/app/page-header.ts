/** The page header: navigation, what the device is doing, the theme. */
import { StoreController } from '@nanostores/lit';
import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { PageElement } from '../components/page-element.js';
import type { ThemeChangeEvent } from '../components/theme-switch.js';
import { $model, type ModelState } from '../state/model.js';
import { $place, addressOf } from '../state/place.js';
import { $shown } from '../state/result.js';
import { $run } from '../state/run.js';
import { $settings, changeSettings } from '../state/settings.js';
import { NAME } from '../text/form-words.js';
import { HEAD } from '../text/model-words.js';
import { NAV, SKIP } from '../text/page-words.js';
import '../components/theme-switch.js';

@customElement('page-header')
export class PageHeader extends PageElement {
  private readonly place = new StoreController(this, $place);
  private readonly model = new StoreController(this, $model);
  private readonly run = new StoreController(this, $run);
  private readonly shown = new StoreController(this, $shown);
  private readonly settings = new StoreController(this, $settings);

  protected override render(): TemplateResult {
    const help = this.place.value === 'help';
    return html`<header class="page-head">
      <a class="skip" href="#main" @click=${skip}>${SKIP}</a>
      <a class="name" href=${addressOf('form')}>${NAME}</a>
      <nav aria-label=${NAV.label}>
        <a href=${addressOf('form')} aria-current=${help ? 'false' : 'page'}>${NAV.form}</a>
        <a href=${addressOf('help')} aria-current=${help ? 'page' : 'false'}>${NAV.help}</a>
      </nav>
      <p class="device">
        ${
          help && this.shown.value && this.run.value.kind !== 'running'
            ? html`<a href=${addressOf('result')}>${NAV.result}</a>`
            : deviceLine(this.model.value, this.run.value.kind === 'running')
        }
      </p>
      <theme-switch
        .theme=${this.settings.value.theme}
        @theme-change=${({ theme }: ThemeChangeEvent) => changeSettings({ theme })}
      ></theme-switch>
    </header>`;
  }
}

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
    'page-header': PageHeader;
  }
}

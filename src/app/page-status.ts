/**
 * The page's state for screen readers: one polite live region that exists from the start, because a region that is added with its text
 * is often not read. `run-view` announces a run, the focus on its heading a result, and an alert anything that stopped.
 */
import { StoreController } from '@nanostores/lit';
import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { PageElement } from '../components/page-element.js';
import { $model } from '../state/model.js';
import { $place } from '../state/place.js';
import { $shown } from '../state/result.js';
import { $run } from '../state/run.js';
import { NAV } from '../text/page-words.js';
import { statusOf } from '../text/status-words.js';

@customElement('page-status')
export class PageStatus extends PageElement {
  private readonly model = new StoreController(this, $model);
  private readonly run = new StoreController(this, $run);
  private readonly place = new StoreController(this, $place);
  private readonly shown = new StoreController(this, $shown);

  protected override render(): TemplateResult {
    const waits = this.place.value === 'help' && this.shown.value !== undefined && this.run.value.kind === 'idle';
    return html`<p class="visually-hidden" role="status">
      ${waits ? NAV.result : statusOf(this.model.value, this.run.value)}
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-status': PageStatus;
  }
}

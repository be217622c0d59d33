/** The elapsed time of the run, once per second, without rendering anything else. */
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { PageElement } from '../../components/element/page-element.js';
import { elapsed } from '../../text/form/run-words.js';

export class RunClock extends PageElement {
  /** Milliseconds since the epoch. */
  @property({ type: Number }) since = 0;

  private timer?: ReturnType<typeof setInterval>;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => this.requestUpdate(), 1_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override render(): TemplateResult {
    return html`${elapsed(Date.now() - this.since)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-run-clock': RunClock;
  }
}

/** `<quals-score-distribution>`: the figure of a batch's scores. The library that draws it loads with the first figure. */
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { OwnWidth } from '../../../components/element/own-width.js';
import { PageElement } from '../../../components/element/page-element.js';
import * as words from '../../../text/batch/statistics-words.js';
import type { drawDistribution } from './draw-distribution.js';
import type { ScorePoint } from './score-points.js';

export class ScoreDistribution extends PageElement {
  @property({ attribute: false }) points: readonly ScorePoint[] = [];
  /** From top to bottom. */
  @property({ attribute: false }) systems: readonly string[] = [];
  @property({ attribute: false }) medians: ReadonlyMap<string, number> = new Map();

  @state() private draw: typeof drawDistribution | undefined;
  @state() private failed = false;

  private readonly width = new OwnWidth(this);

  override connectedCallback(): void {
    super.connectedCallback();
    import('./draw-distribution.js').then(
      ({ drawDistribution }) => (this.draw = drawDistribution),
      () => (this.failed = true),
    );
  }

  protected override render(): TemplateResult {
    if (this.failed) return html`<p class="note">${words.FIGURE_FAILED}</p>`;
    if (!this.draw || this.width.value === 0) return html`<p class="note">${words.LOADING_FIGURE}</p>`;
    const plot = this.draw(this.points, this.systems, this.medians, this.width.value);
    plot.setAttribute('aria-hidden', 'true');
    return html`<div role="img" aria-label=${words.FIGURE_LABEL}>${plot}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-score-distribution': ScoreDistribution;
  }
}

/**
 * `<quals-score-distribution>`: the figure of a batch's scores. The library that draws it loads with the first figure. Fires
 * `range-change` with the range that a person drags in it. Fields at the table take the same range from the keyboard.
 */
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { OwnWidth } from '../../../components/element/own-width.js';
import { PageElement } from '../../../components/element/page-element.js';
import type { QualsRange } from '../../../state/batch/batch.js';
import * as words from '../../../text/batch/statistics-words.js';
import type { drawDistribution, DrawnDistribution } from './draw-distribution.js';
import type { ScorePoint } from './score-points.js';

export class ScoreDistribution extends PageElement {
  @property({ attribute: false }) points: readonly ScorePoint[] = [];
  /** From top to bottom. */
  @property({ attribute: false }) systems: readonly string[] = [];
  @property({ attribute: false }) medians: ReadonlyMap<string, number> = new Map();

  /** What the figure marks. */
  @property({ attribute: false }) range: QualsRange = {};

  @state() private draw: typeof drawDistribution | undefined;
  @state() private failed = false;

  private figure: DrawnDistribution | undefined;
  private drawnWidth = 0;
  private readonly width = new OwnWidth(this);

  override connectedCallback(): void {
    super.connectedCallback();
    import('./draw-distribution.js').then(
      ({ drawDistribution }) => (this.draw = drawDistribution),
      () => (this.failed = true),
    );
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const width = this.width.value;
    if (!this.draw || width === 0) return;
    // Another range alone needs no new figure.
    if (!this.figure || width !== this.drawnWidth || [...changed.keys()].some((name) => name !== 'range')) {
      this.drawnWidth = width;
      this.figure = this.draw(this.points, this.systems, this.medians, width, (range) =>
        this.dispatchEvent(new CustomEvent('range-change', { detail: range })),
      );
      this.figure.svg.setAttribute('aria-hidden', 'true');
    }
    this.figure.show(this.range);
  }

  protected override render(): TemplateResult {
    if (this.failed) return html`<p class="note">${words.FIGURE_FAILED}</p>`;
    if (!this.figure) return html`<p class="note">${words.LOADING_FIGURE}</p>`;
    return html`<div role="img" aria-label=${words.FIGURE_LABEL}>${this.figure.svg}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-score-distribution': ScoreDistribution;
  }
}

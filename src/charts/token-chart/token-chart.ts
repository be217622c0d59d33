/**
 * `<quals-token-chart>`: the article's figure for one QA pair. For each word or token a solid bar, its probability given the summary,
 * and a ring on a stem, its probability given the article. Fires `token-select` and `token-preview`.
 * The picture is drawn again only when its layout changes: hover, focus and selection are CSS on the marks' boxes.
 */
import { LitElement, html, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { ScoredPair } from '../../core/score.js';
import { hostStyles } from '../../styles/host-styles.js';
import { chartName, mergedNote, moreTokens, scoreCaption, takeaway } from '../../text/charts/chart-words.js';
import { signed } from '../../text/numbers.js';
import { drawShapes } from '../shapes/draw-shapes.js';
import { MarkBoxes } from './mark-boxes.js';
import { markOfToken, marksOf, widestMark, type Extent, type Mark, type Unit } from '../marks.js';
import { MediaController } from '../media-controller.js';
import { sharedExponent, type Scale } from '../probability-scale.js';
import { hiddenMarks, layoutColumns, type ChartLayout } from './token-chart-layout.js';
import { layoutRows, type RowsLayout } from './token-chart-rows.js';
import { tokenChartStyles } from './token-chart.styles.js';
import { WidthController } from '../width-controller.js';
import { setStyles } from '../../styles/set-styles.js';

export type Orientation = 'auto' | 'columns' | 'rows';

export class TokenChart extends LitElement {
  static override styles = [hostStyles, tokenChartStyles];

  @property({ attribute: false }) pair: ScoredPair | undefined;
  @property() scale: Scale = 'linear';
  @property() extent: Extent = 'all';
  @property() unit: Unit = 'word';
  /** `auto` rotates the chart if the window is narrower than 720 px. */
  @property() orientation: Orientation = 'auto';
  /** Index in `pair.tokens`; −1 for none. The mark that contains the token is outlined. */
  @property({ type: Number }) selectedToken = -1;
  /** "A" is drawn filled, any other letter outlined; '' for none. */
  @property() label = '';
  /** Text next to the letter, for instance "Pair 1 of 10, widest gap". */
  @property() caption = '';
  /** Lower end of the log axis as 10^-exponent, shared by charts side by side; by default this pair's own. */
  @property({ type: Number }) exponent: number | undefined;
  /** Height of the plot in CSS pixels. */
  @property({ type: Number }) plotHeight = 196;
  /** Hides letter, question and answer, if the page shows them itself. */
  @property({ type: Boolean }) bare = false;

  @state() private scrolled = 0;
  @query('.scroll') private scroller!: HTMLElement | null;

  private readonly size = new WidthController(this, 404);
  private readonly narrow = new MediaController(this, '(max-width: 44.99em)');
  private readonly boxes = new MarkBoxes(this);

  private marks: readonly Mark[] = [];
  private columns: ChartLayout | undefined;
  private rows: RowsLayout | undefined;
  private drawn: readonly unknown[] = [];
  private opened: readonly unknown[] = [];

  protected override willUpdate(): void {
    const { pair, unit, extent, scale, plotHeight } = this;
    if (!pair) return;
    const { width } = this.size;
    const turned = this.orientation === 'auto' ? this.narrow.matches : this.orientation === 'rows';
    const content = [pair, unit, extent, turned, width];
    const inputs = [...content, scale, this.exponent, plotHeight];
    if (areSame(inputs, this.drawn)) return;
    this.drawn = inputs;
    const marks = (this.marks = marksOf(pair, unit, extent));
    const exponent = this.exponent ?? sharedExponent([pair], unit, extent);
    this.rows = turned ? layoutRows({ marks, scale, exponent, width }) : undefined;
    this.columns = turned ? undefined : layoutColumns({ marks, scale, exponent, width, plotHeight });
    if (areSame(content, this.opened) || !this.columns) return;
    this.opened = content;
    // The answer is at the right end, and a person looks for it first.
    this.scrolled = Math.max(0, this.columns.axisWidth + this.columns.plotWidth - width);
  }

  protected override updated(changed: PropertyValues): void {
    const { scroller, scrolled } = this;
    if (!scroller || !changed.has('scrolled') || Math.abs(scroller.scrollLeft - scrolled) < 1) return;
    scroller.scrollLeft = scrolled;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { pair, marks, columns, rows } = this;
    if (!pair) return nothing;
    const merged = marks.filter(({ count }) => count > 1).length;
    return html`
      ${this.bare ? nothing : this.renderHeader(pair)} ${columns ? this.renderColumns(columns, pair) : nothing}
      ${rows ? this.renderRows(rows, pair) : nothing}
      <footer>
        <p class="score">${signed(pair.quals)}</p>
        <p class="takeaway">${takeaway(widestMark(marks))}</p>
        <p>${scoreCaption(pair)}</p>
        ${merged > 0 && this.unit === 'word' ? html`<p>${mergedNote(merged)}</p>` : nothing}
      </footer>
    `;
  }

  private renderHeader({ question, answer }: ScoredPair): TemplateResult {
    const letter = html`<span class="letter ${this.label === 'A' ? 'filled' : ''}">${this.label}</span>`;
    return html`
      <header>
        ${
          this.label || this.caption
            ? html`<p class="which">${this.label ? letter : nothing} ${this.caption}</p>`
            : nothing
        }
        <p class="pair" dir="auto">${question} <b>${answer}</b></p>
      </header>
    `;
  }

  private renderColumns(layout: ChartLayout, pair: ScoredPair): TemplateResult {
    const { axisWidth, plotWidth } = layout;
    const hidden = hiddenMarks(layout, this.scrolled, this.size.width);
    const scrolls = axisWidth + plotWidth > this.size.width;
    return html`
      <div class="frame">
        ${
          scrolls
            ? html`<p class="more">
                ${hidden.left > 0 ? html`<span class="left">${moreTokens(hidden.left, 'left')}</span>` : nothing}
                ${hidden.right > 0 ? html`<span class="right">${moreTokens(hidden.right, 'right')}</span>` : nothing}
              </p>`
            : nothing
        }
        <div class="scroll" @scroll=${this.onScroll}>
          <div class="content" style=${setStyles({ width: `${axisWidth + plotWidth}px` })}>
            ${guard([layout], () => drawGround(layout))}
            ${this.renderBoxes(layout.targets, axisWidth, 'horizontal', pair)}
            ${guard([layout], () => drawPlot(layout))}
          </div>
        </div>
      </div>
    `;
  }

  private renderRows(layout: RowsLayout, pair: ScoredPair): TemplateResult {
    return html`<div class="frame">
      ${guard([layout], () => drawRows(layout))} ${this.renderBoxes(layout.targets, 0, 'vertical', pair)}
    </div>`;
  }

  private renderBoxes(
    targets: ChartLayout['targets'],
    left: number,
    direction: 'horizontal' | 'vertical',
    pair: ScoredPair,
  ): TemplateResult {
    const { marks } = this;
    const selected = markOfToken(marks, this.selectedToken);
    return this.boxes.render({ name: chartName(pair, this.label), direction, marks, targets, selected, left });
  }

  private readonly onScroll = (): void => {
    if (this.scroller) this.scrolled = this.scroller.scrollLeft;
  };
}

function drawGround({ axisWidth, plotWidth, height, axis, ground }: ChartLayout): TemplateResult {
  return html`
    <svg class="axis" width=${axisWidth} height=${height} aria-hidden="true">
      ${svg`<rect width=${axisWidth} height=${height - 70} fill="var(--q-surface)" />`} ${drawShapes(axis)}
    </svg>
    <svg width=${plotWidth} height=${height} aria-hidden="true">${drawShapes(ground)}</svg>
  `;
}

function drawPlot({ axisWidth, plotWidth, height, plot }: ChartLayout): TemplateResult {
  const style = setStyles({ left: `${axisWidth}px` });
  return html`<svg class="plot" width=${plotWidth} height=${height} style=${style} aria-hidden="true">
    ${drawShapes(plot)}
  </svg>`;
}

function drawRows({ width, height, shapes }: RowsLayout): TemplateResult {
  return html`<svg width=${width} height=${height} aria-hidden="true">${drawShapes(shapes)}</svg>`;
}

function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => Object.is(value, b[index]));
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-token-chart': TokenChart;
  }
}

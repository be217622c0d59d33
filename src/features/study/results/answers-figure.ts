/** `<quals-answers-figure>`: the figure of a study's answers. The library that draws it loads with the first figure. */
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { OwnWidth } from '../../../components/element/own-width.js';
import { PageElement } from '../../../components/element/page-element.js';
import * as words from '../../../text/study/study-results-words.js';
import type { drawAnswers } from './draw-answers.js';
import type { AxisFigures } from './study-figures.js';

export class AnswersFigure extends PageElement {
  @property({ attribute: false }) figures: readonly AxisFigures[] = [];

  @state() private draw: typeof drawAnswers | undefined;
  @state() private failed = false;

  private readonly width = new OwnWidth(this);

  override connectedCallback(): void {
    super.connectedCallback();
    import('./draw-answers.js').then(
      ({ drawAnswers }) => (this.draw = drawAnswers),
      () => (this.failed = true),
    );
  }

  protected override render(): TemplateResult | null {
    if (this.figures.every(({ votes }) => votes === 0)) return null;
    if (this.failed) return html`<p class="note">${words.FIGURE_FAILED}</p>`;
    if (!this.draw || this.width.value === 0) return html`<p class="note">${words.LOADING_FIGURE}</p>`;
    const plot = this.draw(this.figures, this.width.value);
    plot.setAttribute('aria-hidden', 'true');
    return html`<div role="img" aria-label=${words.FIGURE_LABEL}>${plot}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-answers-figure': AnswersFigure;
  }
}

/** The article in numbered passages. The passage linked to the selected pair is marked, and its answer is underlined. */
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { guard } from 'lit/directives/guard.js';
import { PageElement } from '../../../components/element/page-element.js';
import type { Span } from '../../../core/score.js';
import * as words from '../../../text/result/result-words.js';

/** From this number on, invisible passages are laid out later. */
const MANY = 60;

export class ArticlePane extends PageElement {
  @property() source = '';
  @property({ attribute: false }) passages: readonly Span[] = [];
  /** Index of the linked passage; −1 for none. */
  @property({ type: Number }) linked = -1;
  /** Where the model's answer occurs in `source`. */
  @property({ attribute: false }) answerSpans: readonly Span[] = [];

  /** A narrow page first shows the linked passage and its neighbours. */
  @state() private showsAll = false;

  /** The linked passage, to scroll to. */
  get linkedElement(): HTMLElement | null {
    return this.querySelector('[data-linked]');
  }

  protected override render(): TemplateResult {
    const classes = { plain: true, all: this.showsAll || this.linked < 0, many: this.passages.length > MANY };
    return html`
      <ol aria-label=${words.PASSAGES} class=${classMap(classes)}>
        ${this.passages.map((passage, index) => this.guardPassage(passage, index))}
      </ol>
      ${
        this.showsAll || this.linked < 0
          ? null
          : html`<button type="button" class="narrow-only" @click=${() => (this.showsAll = true)}>
              ${words.WHOLE_ARTICLE}
            </button>`
      }
    `;
  }

  /** A long article has hundreds of passages, and another pair changes only a few of them. */
  private guardPassage(passage: Span, index: number): unknown {
    const linked = index === this.linked;
    const near = Math.abs(index - this.linked) <= 1;
    const spans = this.answerSpans.filter(({ start, end }) => start >= passage.start && end <= passage.end);
    const marks = spans.map(({ start, end }) => `${start}-${end}`).join();
    return guard([passage, linked, near, marks], () => this.renderPassage(passage, index, spans, linked, near));
  }

  private renderPassage(
    passage: Span,
    index: number,
    spans: readonly Span[],
    linked: boolean,
    near: boolean,
  ): TemplateResult {
    return html`<li
      class=${near ? 'near' : ''}
      ?data-linked=${linked}
      tabindex=${linked ? -1 : nothing}
      aria-current=${linked ? 'true' : nothing}
    >
      <span class="place">${index + 1}</span>
      <p dir="auto">${this.renderText(passage, spans)}</p>
    </li>`;
  }

  private renderText({ start, end }: Span, spans: readonly Span[]): unknown[] {
    const pieces: unknown[] = [];
    let at = start;
    for (const span of spans) {
      pieces.push(
        this.source.slice(at, span.start),
        html`<mark class="answer-mark">${this.source.slice(span.start, span.end)}</mark>`,
      );
      at = span.end;
    }
    return [...pieces, this.source.slice(at, end)];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-article-pane': ArticlePane;
  }
}

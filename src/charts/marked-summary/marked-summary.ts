/**
 * `<quals-marked-summary>`: the summary with the words of its answers marked in seven steps, by shade and by underline: how much less likely the
 * word is given the article. The numbers of an answer's pairs are behind it. Fires `pair-select`.
 */
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { ScoredPair, Span } from '../../core/score.js';
import { hostStyles } from '../../styles/host-styles.js';
import { visuallyHidden } from '../../styles/visually-hidden.js';
import { pairName, spokenMark, VERBATIM } from '../../text/result/summary-words.js';
import { PairSelectEvent } from '../chart-events.js';
import { gapMarkStyles } from './gap-marks.styles.js';
import { markedSummaryStyles } from './marked-summary.styles.js';
import { segments, type AnswerPlace, type Segment } from './summary-segments.js';

export class MarkedSummary extends LitElement {
  static override styles = [hostStyles, visuallyHidden, gapMarkStyles, markedSummaryStyles];

  @property() text = '';
  /** Worst first; a pair's number is its position in this list, from 1. */
  @property({ attribute: false }) pairs: readonly ScoredPair[] = [];
  /** Sentences that are in the article word for word: their answers have numbers, but no mark. Offsets into `text`. */
  @property({ attribute: false }) verbatim: readonly Span[] = [];
  /** Words that differ from another summary's: bold. Offsets into `text`. */
  @property({ attribute: false }) differing: readonly Span[] = [];
  /** Index in `pairs`; −1 for none. */
  @property({ type: Number }) selected = -1;
  /** Hides the legend, if another summary on the page shows it. */
  @property({ type: Boolean }) bare = false;
  /** Smaller type, for a summary of several paragraphs. */
  @property({ type: Boolean, reflect: true }) compact = false;
  /** Marks alone, where no list of pairs is beside them: no numbers, nothing to select. */
  @property({ type: Boolean }) unnumbered = false;

  constructor() {
    super();
    // The numbers are buttons. A click on marked words is a shortcut for the pointer: it selects their worst pair.
    this.addEventListener('click', (event) => {
      const pair = (event.composedPath()[0] as HTMLElement).dataset['pair'];
      if (pair !== undefined && !this.unnumbered) this.dispatchEvent(new PairSelectEvent(Number(pair), event.shiftKey));
    });
  }

  protected override render(): TemplateResult {
    const pieces = segments(this.text, this.pairs, this.verbatim, this.differing);
    return html`
      <p class="text" dir="auto">
        ${pieces.map((piece, index) => this.renderSegment(piece, pieces[index - 1], pieces[index + 1]))}
      </p>
      ${this.bare ? nothing : html`<quals-gap-legend ?verbatim=${this.verbatim.length > 0}></quals-gap-legend>`}
    `;
  }

  private renderSegment(piece: Segment, before: Segment | undefined, after: Segment | undefined): TemplateResult {
    const label = piece.endsVerbatim ? html` <span class="verbatim">${VERBATIM.label}</span>` : nothing;
    const text = piece.differs ? html`<strong>${piece.text}</strong>` : piece.text;
    if (piece.places.length === 0) return html`<span class="words">${text}</span>${label}`;
    const chosen = (segment: Segment | undefined): AnswerPlace | undefined =>
      segment?.places.find(({ pairs }) => pairs.includes(this.selected));
    const own = chosen(piece);
    const classes = classMap({
      words: true,
      answer: !this.unnumbered,
      // One class a key: `classMap` cannot remove two at once.
      [`shade${piece.step}`]: piece.step !== undefined,
      [`line${piece.step}`]: piece.step !== undefined,
      chosen: own !== undefined,
      first: own !== undefined && chosen(before) !== own,
      last: own !== undefined && chosen(after) !== own,
    });
    const words = html`<span class=${classes} data-pair=${piece.worst}>${text}</span>`;
    return html`${words}${piece.ending.length > 0 ? this.renderNumbers(piece) : nothing}${label}`;
  }

  /** Answers that end at the same position share one row of numbers. Longer answers continue below it. */
  private renderNumbers({ ending, places }: Segment): TemplateResult {
    const spoken = ending.map(({ start, end, overlaps, gap, darkest, pairs, isVerbatim }) =>
      spokenMark(
        overlaps ? this.text.slice(start, end) : undefined,
        isVerbatim ? undefined : gap,
        darkest,
        this.unnumbered ? [] : pairs.map((index) => index + 1),
      ),
    );
    if (this.unnumbered) return html`<span class="visually-hidden">${spoken.join('')}</span>`;
    const indices = ending.flatMap(({ pairs }) => pairs).sort((a, b) => a - b);
    const numbers = indices.map((index, position) => [position > 0 ? ', ' : '', this.renderNumber(index)]);
    const longer = places.filter((place) => !ending.includes(place));
    const chosen = longer.some(({ pairs }) => pairs.includes(this.selected));
    const ground = longer.some(({ isVerbatim }) => !isVerbatim) ? `within line0 ${chosen ? 'chosen' : ''}` : '';
    const row = html`<span class=${ground}><span class="numbers">${numbers}</span></span>`;
    return html`<span class="visually-hidden">${spoken.join('')}</span>${row}`;
  }

  private renderNumber(index: number): TemplateResult {
    return html`<button
      type="button"
      data-pair=${index}
      aria-label=${pairName(index + 1, this.pairs[index] as ScoredPair)}
      aria-pressed=${index === this.selected ? 'true' : 'false'}
    >
      ${index + 1}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-marked-summary': MarkedSummary;
  }
}

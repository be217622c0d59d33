/**
 * `<quals-token-detail>`: one token of a pair in numbers, and what the model expected in its place under each text.
 * A word of several tokens is shown as their product; the lists of expected tokens belong to one of them, the widest gap at first.
 */
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ToggleChangeEvent } from '../../components/toggle-group.js';
import type { ScoredPair } from '../../core/score.js';
import { focusRing } from '../../styles/focus-ring.js';
import { hostStyles } from '../../styles/host-styles.js';
import { listedProbability, ordinal, probabilityOf, times } from '../../text/charts/chart-numbers.js';
import { DETAIL, GIVEN_ARTICLE, GIVEN_SUMMARY, labelOf, nameOf } from '../../text/charts/chart-words.js';
import { percent, signed } from '../../text/numbers.js';
import { expectedTokens, type ExpectedToken } from './expected-tokens.js';
import { gapShare } from './gap-share.js';
import { differenceOf, markOfToken, marksOf, type Mark, type Unit } from '../marks.js';
import { articleKey, summaryKey } from '../series-key.js';
import { tokenDetailStyles } from './token-detail.styles.js';
import { tokenTexts } from '../token-texts.js';
import { setStyles } from '../../styles/set-styles.js';

export class TokenDetail extends LitElement {
  static override styles = [hostStyles, focusRing, tokenDetailStyles];

  @property({ attribute: false }) pair: ScoredPair | undefined;
  /** Index in `pair.tokens`; −1 for none. */
  @property({ type: Number }) token = -1;
  @property() unit: Unit = 'word';
  /** The chart's letter. */
  @property() label = '';

  /** The token of the word that the lists belong to. */
  @state() private piece = -1;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('pair') && !changed.has('token') && !changed.has('unit')) return;
    const mark = this.mark();
    this.piece = mark && this.pair ? widestPiece(this.pair, mark) : -1;
  }

  protected override render(): TemplateResult {
    const { pair } = this;
    const mark = this.mark();
    if (!pair || !mark) return html`<p class="none">${DETAIL.none}</p>`;
    return html`
      <div class="columns">
        ${this.renderNumbers(pair, mark)}
        <section>
          <h3>${summaryKey}${DETAIL.likelyGivenSummary}</h3>
          ${renderExpected(expectedTokens(pair, this.piece, 'summary'), 'bar')}
        </section>
        <section>
          <h3>${articleKey}${DETAIL.likelyGivenArticle}</h3>
          ${renderExpected(expectedTokens(pair, this.piece, 'source'), 'bar stem')}
        </section>
      </div>
    `;
  }

  private mark(): Mark | undefined {
    if (!this.pair) return undefined;
    const marks = marksOf(this.pair, this.unit, 'all');
    return marks[markOfToken(marks, this.token)];
  }

  private renderNumbers(pair: ScoredPair, mark: Mark): TemplateResult {
    const gap = differenceOf(mark);
    return html`
      <section>
        <h3 class="token">
          <b dir="auto">${nameOf(mark.text, mark.part)}</b>${DETAIL.in(this.label)},
          ${DETAIL.place(mark.first + 1, mark.count, pair.tokens.length)}
        </h3>
        <dl>
          <dt>${summaryKey}${GIVEN_SUMMARY}</dt>
          <dd>${probabilityOf(mark.summaryLogProb)}</dd>
          <dt>${articleKey}${GIVEN_ARTICLE}</dt>
          <dd>${probabilityOf(mark.sourceLogProb)}</dd>
          <dt>${gap < 0 ? DETAIL.timesLess : DETAIL.timesMore}</dt>
          <dd>${times(Math.abs(gap))}</dd>
          <dt>${DETAIL.difference}</dt>
          <dd>${signed(gap, 2)}</dd>
          <dt>${DETAIL.share}</dt>
          <dd>${gap > 0 ? DETAIL.opposes : percent(gapShare(pair, mark))}</dd>
        </dl>
        ${mark.count > 1 ? this.renderPieces(pair, mark) : nothing}
      </section>
    `;
  }

  private renderPieces(pair: ScoredPair, mark: Mark): TemplateResult {
    const texts = tokenTexts(pair);
    const options = indices(mark).map((index) => {
      const { text = '', piece } = texts[index] ?? {};
      const shown = labelOf(text.trim(), mark.part);
      const gap = signed(differenceOf(pair.tokens[index] ?? mark), 1);
      return { value: String(index), label: `${shown}${piece ? ` ${piece.number}/${piece.of}` : ''} ${gap}` };
    });
    return html`
      <div class="pieces">
        <p>${DETAIL.pieceHint}</p>
        <quals-toggle-group
          label=${DETAIL.pieces}
          .options=${options}
          .value=${String(this.piece)}
          @toggle-change=${this.onPiece}
        ></quals-toggle-group>
      </div>
    `;
  }

  private readonly onPiece = (event: ToggleChangeEvent): void => {
    event.stopPropagation();
    this.piece = Number(event.value);
  };
}

/** Tokens in a list. If the pair's own token is not among them, it follows with its rank. */
const LISTED = 5;

function renderExpected(expected: readonly ExpectedToken[], bar: string): TemplateResult {
  if (expected.length === 0) return html`<p class="none">${DETAIL.noAlternatives}</p>`;
  return html`<ol>
    ${expected.map(({ text, part, logProb, rank, own }) => {
      const value = Math.exp(logProb);
      const special = part === 'separator' || part === 'end';
      return html`<li class=${own ? 'own' : ''}>
        <span class="text ${special ? 'special' : ''}" dir="auto"
          >${labelOf(text.trim(), part)}${rank > LISTED ? html`<span class="rank">${ordinal(rank)}</span>` : nothing}</span
        >
        <span class=${bar}><i style=${setStyles({ width: `${(value * 100).toFixed(2)}%` })}></i></span>
        <span class="number">${listedProbability(logProb)}</span>
      </li>`;
    })}
  </ol>`;
}

function indices({ first, count }: Mark): number[] {
  return Array.from({ length: count }, (_, place) => first + place);
}

function widestPiece(pair: ScoredPair, mark: Mark): number {
  const gap = (index: number): number => {
    const token = pair.tokens[index];
    return token ? differenceOf(token) : 0;
  };
  return indices(mark).reduce((worst, index) => (gap(index) < gap(worst) ? index : worst), mark.first);
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-token-detail': TokenDetail;
  }
}

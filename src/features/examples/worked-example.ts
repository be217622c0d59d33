/** An example that was scored beforehand: what a result looks like, before anything is downloaded. */
import { html, type TemplateResult } from 'lit';
import { sharedExponent, suggestedScale } from '../../charts/probability-scale.js';
import { shownFirst } from '../../core/judgement/evidence-order.js';
import type { Scored } from '../../core/score.js';
import type { Example } from '../../state/scoring/examples.js';
import { addressOf } from '../../state/page/place.js';
import { widestAnswerToken } from '../../state/scoring/result.js';
import { StateElement } from '../../state/state-element.js';
import { signed } from '../../text/numbers.js';
import { NO_SCORE, pairOf, QUALS, UNSCORABLE_TITLE, unscorableReason } from '../../text/result/result-words.js';
import { protocolLine } from '../../text/form/settings-words.js';
import { judged } from '../../text/result/verdict.js';
import { verdictOf } from '../../text/result/verdict-of.js';
import { type Verbatim, verbatimSentences } from '../../core/text/verbatim-sentences.js';
import * as words from '../../text/form/example-words.js';

const PLOT_HEIGHT = 150;

export class WorkedExample extends StateElement {
  private readonly example = this.watch(({ $example }) => $example);
  private readonly calibrations = this.watch(({ $calibrations }) => $calibrations);

  protected override render(): TemplateResult | null {
    const example = this.example.value;
    if (!example) return null;
    return html`
      <header class="section-head">
        <h2>${words.WORKED}</h2>
        <span>${example.result ? words.WORKED_NOTE : ''}</span>
        ${
          example.result
            ? html`<a class="end" href=${addressOf('result')} @click=${() => this.open(example)}>${words.OPEN_FULL}</a>`
            : null
        }
      </header>
      ${this.renderResult(example)}
    `;
  }

  private renderResult({ result, source, summary, note }: Example): TemplateResult {
    switch (result?.kind) {
      case 'scored':
        return this.renderScored(result, verbatimSentences(summary, source), summary, note);
      case 'unscorable':
        return html`<div class="example-verdict">
            <div class="score-block">
              <p class="eyebrow">${QUALS}</p>
              <p class="big-score none">${NO_SCORE}</p>
              <p class="note">${protocolLine(result.protocol)}</p>
            </div>
            <div>
              <h3>${UNSCORABLE_TITLE}</h3>
              <p class="note">${unscorableReason(result.pairsWritten)}</p>
            </div>
          </div>
          <p class="summary-text" dir="auto">${summary}</p>
          ${knownTemplate(note)}`;
      case undefined:
        return html`<p class="note">${words.NOT_SCORED_YET}</p>
          <p class="summary-text" dir="auto">${summary}</p>
          ${knownTemplate(note)}`;
    }
  }

  private renderScored(result: Scored, verbatim: Verbatim, summary: string, note: string): TemplateResult {
    const { pairs } = result;
    const ends = [...new Set(shownFirst(pairs, verbatim.spans, result.firstLook))];
    const drawn = ends.flatMap((index) => pairs[index] ?? []);
    const scale = suggestedScale(drawn);
    const exponent = sharedExponent(drawn, 'word', 'all');
    return html`
      <div class="example-verdict">
        <div class="score-block">
          <p class="eyebrow">${QUALS}</p>
          <p class="big-score">${signed(result.quals)}</p>
          <p class="note">${protocolLine(result.protocol)}</p>
        </div>
        ${this.renderVerdict(result, summary, verbatim)}
      </div>
      <quals-marked-summary
        .text=${summary}
        .pairs=${pairs}
        .verbatim=${verbatim.spans}
        .selected=${-1}
        bare
        @pair-select=${this.onPair}
      ></quals-marked-summary>
      ${knownTemplate(note)}
      <figure aria-labelledby=${this.idOf('example-caption')}>
        <quals-chart-legend></quals-chart-legend>
        <div class="figure-panel">
          <div class="charts" data-count=${drawn.length} data-seen="a">
            ${drawn.map(
              (pair, place) =>
                html`<quals-token-chart
                  data-letter=${'ab'[place]}
                  .pair=${pair}
                  .scale=${scale}
                  .exponent=${exponent}
                  .plotHeight=${PLOT_HEIGHT}
                  .caption=${pairOf(ends[place] ?? 0, pairs.length)}
                  .selectedToken=${widestAnswerToken(pair)}
                ></quals-token-chart>`,
            )}
          </div>
        </div>
        <figcaption id=${this.idOf('example-caption')}>
          <strong>${words.CAPTION_LEAD}</strong> ${words.CAPTION}
        </figcaption>
      </figure>
    `;
  }

  private renderVerdict(result: Scored, summary: string, verbatim: Verbatim): TemplateResult {
    const given = verdictOf(result, summary, verbatim, this.calibrations.value);
    if (given.kind !== 'judged') return html`<div><h3>${given.title}</h3></div>`;
    const { before, share, after } = judged(given.judgement, given.judge);
    return html`<div>
      <h3>${given.title}</h3>
      <p class="note">${before}<strong>${share}</strong>${after}.</p>
    </div>`;
  }

  /** A pair's number leads to the full result, where a person can inspect pairs. */
  private readonly onPair = (): void => {
    const example = this.example.value;
    if (!example) return;
    this.open(example);
    this.state.goTo('result');
  };

  private open({ result, source, summary, title }: Example): void {
    if (result) this.state.showResult({ texts: { source, summary }, result, origin: { kind: 'example', title } });
  }
}

/** So that a person can judge the score for any example. */
function knownTemplate(note: string): TemplateResult {
  return html`<p class="known"><strong>${words.KNOWN}:</strong> ${note}</p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-worked-example': WorkedExample;
  }
}

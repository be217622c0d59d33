/** The score, its reading in words, and where it lies among rated summaries. */
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { MediaController } from '../../charts/media-controller.js';
import { type Calibration, calibrationOf, judgementAt } from '../../core/calibration.js';
import type { Scored } from '../../core/score.js';
import type { EarlierScore } from '../../state/earlier-score.js';
import { addressOf } from '../../state/place.js';
import { StateElement } from '../../state/state-element.js';
import { signed } from '../../text/numbers.js';
import * as words from '../../text/result-words.js';
import { protocolLine } from '../../text/settings-words.js';
import * as verdict from '../../text/verdict.js';
import './verdict-panel.css';

export class VerdictPanel extends StateElement {
  @property({ attribute: false }) result?: Scored;
  @property({ attribute: false }) earlier?: EarlierScore | undefined;

  private readonly narrow = new MediaController(this, '(max-width: 719.98px)');
  private readonly calibrations = this.watch(({ $calibrations }) => $calibrations);

  protected override render(): TemplateResult | null {
    const { result } = this;
    if (!result) return null;
    const calibration = calibrationOf(this.calibrations.value, result.protocol);
    const judgement = calibration && judgementAt(calibration, result.quals);
    return html`
      <div class="score-block">
        <p class="eyebrow">${words.QUALS}</p>
        <p class="big-score">${signed(result.quals)}</p>
        <p class="note">
          ${words.meanOf(result.pairs.length)}<br />${protocolLine(result.protocol)}<br />${words.ZERO_MEANS}<br />
          <a href=${addressOf('help')}>${words.WHAT_IS_QUALS}</a>
        </p>
      </div>
      <div class="verdict">
        <h1 tabindex="-1">${judgement ? verdict.verdict(judgement) : verdict.plainMeaning(result.quals)}</h1>
        <p>
          ${judgement ? this.renderJudged(judgement) : this.renderUncalibrated()}
          ${calibration ? beyond(calibration, result.quals) : null} ${this.renderWidest(result)} ${verdict.EVIDENCE}
        </p>
        ${this.earlier ? html`<p class="earlier">${verdict.besideEarlier(this.earlier.quals, result.quals)}</p>` : null}
      </div>
      ${calibration ? this.renderChart(calibration, result.quals) : null}
    `;
  }

  /** On a phone the marked words come before it. */
  private renderChart(calibration: Calibration, quals: number): TemplateResult {
    const chart = html`<quals-calibration-chart .calibration=${calibration} .quals=${quals}></quals-calibration-chart>`;
    if (!this.narrow.matches) return chart;
    return html`<quals-disclosure-box .heading=${verdict.CHART}>${chart}</quals-disclosure-box>`;
  }

  private renderJudged(judgement: Parameters<typeof verdict.judged>[0]): TemplateResult {
    const { before, share, after, cases } = verdict.judged(judgement);
    return html`${before}<strong>${share}</strong>${after}${cases}`;
  }

  private renderUncalibrated(): string {
    return this.calibrations.value.length ? verdict.OTHER_PROTOCOL : verdict.NO_CALIBRATION;
  }

  private renderWidest({ pairs }: Scored): TemplateResult {
    const [first, second] = verdict.widestAnswers(pairs);
    if (first === undefined) return html`${verdict.NO_WIDE_GAP}`;
    if (second === undefined) return html`${verdict.WIDEST.one}<strong>“${first}”</strong>.`;
    return html`${verdict.WIDEST.many}<strong>“${first}”</strong>${verdict.WIDEST.and}<strong>“${second}”</strong>.`;
  }
}

function beyond({ points }: Calibration, quals: number): string | undefined {
  const [first, last] = [points[0], points.at(-1)];
  return first && last && verdict.beyondRated(quals, first.quals, last.quals);
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-verdict-panel': VerdictPanel;
  }
}

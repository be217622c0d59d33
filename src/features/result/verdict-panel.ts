/** The score, its reading in words, and where it lies among rated summaries. */
import { StoreController } from '@nanostores/lit';
import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { PageElement } from '../../components/page-element.js';
import type { Scored } from '../../core/score.js';
import { $calibration, isCalibrated, judgementAt } from '../../state/calibration.js';
import { addressOf } from '../../state/place.js';
import { signed } from '../../text/numbers.js';
import * as words from '../../text/result-words.js';
import { protocolLine } from '../../text/settings-words.js';
import * as verdict from '../../text/verdict.js';
import '../../charts/calibration-chart.js';

@customElement('verdict-panel')
export class VerdictPanel extends PageElement {
  @property({ attribute: false }) result?: Scored;

  private readonly calibration = new StoreController(this, $calibration);

  protected override render(): TemplateResult | null {
    const { result } = this;
    if (!result) return null;
    const calibration = isCalibrated(result.protocol) ? this.calibration.value : undefined;
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
          ${judgement ? this.renderJudged(judgement) : this.renderUncalibrated(result)} ${this.renderWidest(result)}
          ${verdict.EVIDENCE}
        </p>
      </div>
      ${
        calibration
          ? html`<calibration-chart .calibration=${calibration} .quals=${result.quals}></calibration-chart>`
          : null
      }
    `;
  }

  private renderJudged(judgement: Parameters<typeof verdict.judged>[0]): TemplateResult {
    const { before, share, after, cases } = verdict.judged(judgement);
    return html`${before}<strong>${share}</strong>${after}${cases}`;
  }

  private renderUncalibrated({ protocol }: Scored): string {
    return isCalibrated(protocol) ? verdict.NO_CALIBRATION : verdict.OTHER_PROTOCOL;
  }

  private renderWidest({ pairs }: Scored): TemplateResult {
    const [first, second] = verdict.widestAnswers(pairs);
    if (first === undefined) return html`${verdict.NO_WIDE_GAP}`;
    if (second === undefined) return html`${verdict.WIDEST.one}<strong>“${first}”</strong>.`;
    return html`${verdict.WIDEST.many}<strong>“${first}”</strong>${verdict.WIDEST.and}<strong>“${second}”</strong>.`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'verdict-panel': VerdictPanel;
  }
}

/** The score, its reading in words, and where it lies among rated summaries. */
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { MediaController } from '../../../charts/media-controller.js';
import {
  type Calibration,
  calibrationOf,
  judgementAt,
  isBelowConsistent,
  LEAST_PAIRS,
} from '../../../core/calibration.js';
import type { FirstLook } from '../../../core/first-look/first-look.js';
import type { Scored } from '../../../core/score.js';
import type { EarlierScore } from '../../../state/scoring/earlier-score.js';
import { addressOf } from '../../../state/page/place.js';
import { StateElement } from '../../../state/state-element.js';
import { signed } from '../../../text/numbers.js';
import { protocolLine } from '../../../text/form/settings-words.js';
import { methodOfRun } from '../../../core/scoring-method.js';
import type { Verbatim } from '../../../core/text/verbatim-sentences.js';
import { tooFewVerdict, verbatimVerdict } from './no-judgement.js';
import * as words from '../../../text/result/result-words.js';
import { confidentWord, disagreement, firstLookSays } from '../../../text/result/second-judge.js';
import * as verdict from '../../../text/result/verdict.js';
import './verdict-panel.css';

export class VerdictPanel extends StateElement {
  @property({ attribute: false }) result?: Scored;
  /** Sentences of the summary that are in the article word for word. */
  @property({ attribute: false }) verbatim: Verbatim = { spans: [], isAll: false };
  /** Of this result, without words of copied sentences. */
  @property({ attribute: false }) look?: FirstLook | undefined;
  @property() summary = '';
  @property({ attribute: false }) earlier?: EarlierScore | undefined;

  private readonly narrow = new MediaController(this, '(max-width: 44.99em)');
  private readonly calibrations = this.watch(({ $calibrations }) => $calibrations);

  protected override render(): TemplateResult | null {
    const { result } = this;
    if (!result) return null;
    return html`
      <div class="score-block">
        <p class="eyebrow">${words.QUALS}</p>
        <p class="big-score">${signed(result.quals)}</p>
        <p class="note">
          ${words.meanOf(result.pairs.length)}<br />${protocolLine(result.protocol)}<br />${words.ZERO_MEANS}<br />
          <a href=${addressOf('help')}>${words.WHAT_IS_QUALS}</a>
        </p>
      </div>
      ${this.renderVerdict(result)}
    `;
  }

  private renderVerdict(result: Scored): TemplateResult {
    const earlier = this.renderEarlier(result.quals);
    if (this.verbatim.isAll) return verbatimVerdict(earlier);
    if (result.pairs.length < LEAST_PAIRS) return tooFewVerdict(result.pairs, earlier);
    const calibration = calibrationOf(this.calibrations.value, methodOfRun(result));
    const judgement = calibration && judgementAt(calibration, result.quals);
    const belowConsistent = calibration !== undefined && isBelowConsistent(calibration, result.quals);
    const widest = verdict.widestAnswers(result.pairs, this.verbatim.spans);
    const confident = confidentWord(this.look, this.summary);
    return html`
      <div class="verdict">
        <h1 tabindex="-1">
          ${
            judgement
              ? verdict.verdict(judgement, widest, belowConsistent, confident)
              : verdict.plainMeaning(result.quals)
          }
        </h1>
        <p>
          ${judgement ? this.renderJudged(judgement) : this.renderUncalibrated()}
          ${calibration ? beyond(calibration, result.quals, belowConsistent) : null} ${renderWidest(widest)}
          ${verdict.EVIDENCE}
        </p>
        ${this.renderLook(judgement && (belowConsistent ? 'unsupported' : verdict.readingOf(judgement)))} ${earlier}
      </div>
      ${calibration ? this.renderChart(calibration, result.quals) : null}
    `;
  }

  private renderLook(reading: verdict.Reading | undefined): TemplateResult | null {
    if (!this.look) return null;
    const they = reading && disagreement(reading, this.look);
    return html`<p class="second-judge">
      ${firstLookSays(this.look, this.summary)} ${they ? html`<strong>${they}</strong>` : null}
    </p>`;
  }

  private renderEarlier(quals: number): TemplateResult | null {
    return this.earlier ? html`<p class="earlier">${verdict.besideEarlier(this.earlier.quals, quals)}</p>` : null;
  }

  /** On a phone, the marked words come before it. */
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
}

function renderWidest([first, second]: ReturnType<typeof verdict.widestAnswers>): TemplateResult {
  if (!first) return html`${verdict.NO_WIDE_GAP}`;
  if (!second) return html`${verdict.WIDEST.one}<strong>“${first.name}”</strong>.`;
  return html`${verdict.WIDEST.many}<strong>“${first.name}”</strong>${verdict.WIDEST.and}<strong>“${second.name}”</strong>.`;
}

function beyond({ points }: Calibration, quals: number, belowConsistent: boolean): string | undefined {
  const [first, last] = [points[0], points.at(-1)];
  return first && last && verdict.beyondRated(quals, first.quals, last.quals, belowConsistent);
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-verdict-panel': VerdictPanel;
  }
}

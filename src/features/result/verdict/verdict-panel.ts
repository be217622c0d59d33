/** The score, its reading in words, and where it lies among rated summaries. */
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { MediaController } from '../../../charts/media-controller.js';
import type { FirstLook } from '../../../core/first-look/first-look.js';
import type { Calibration } from '../../../core/judgement/calibration.js';
import type { Scored } from '../../../core/score.js';
import type { EarlierScore } from '../../../state/scoring/earlier-score.js';
import { addressOf } from '../../../state/page/place.js';
import { StateElement } from '../../../state/state-element.js';
import { signed } from '../../../text/numbers.js';
import { protocolLine } from '../../../text/form/settings-words.js';
import type { Verbatim } from '../../../core/text/verbatim-sentences.js';
import { tooFewVerdict, verbatimVerdict } from './no-judgement.js';
import * as words from '../../../text/result/result-words.js';
import type { NamedAnswer } from '../../../core/judgement/named-answers.js';
import { disagreement, firstLookSays } from '../../../text/result/second-judge.js';
import * as verdict from '../../../text/result/verdict.js';
import { type Verdict, verdictOf } from '../../../text/result/verdict-of.js';
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
    const given = verdictOf(result, this.summary, this.verbatim, this.calibrations.value);
    if (given.kind === 'verbatim') return verbatimVerdict(earlier);
    if (given.kind === 'too-few') return tooFewVerdict(result.pairs, earlier);
    if (given.kind === 'awaited') return awaitedVerdict(given.title);
    const score = given.kind === 'judged' ? given.score : undefined;
    return html`
      <div class="verdict">
        <h1 tabindex="-1">${given.title}</h1>
        <p>
          ${given.kind === 'judged' ? renderJudged(given) : null} ${given.note} ${score?.beyond}
          ${renderDoubted(given.doubted)} ${verdict.EVIDENCE}
        </p>
        ${this.renderLook(given)} ${earlier}
      </div>
      ${score ? this.renderChart(score.calibration, result.quals) : null}
    `;
  }

  private renderLook(given: Verdict): TemplateResult | null {
    if (!this.look) return null;
    const score = given.kind === 'judged' ? given.score : undefined;
    const ofLook =
      given.kind === 'judged' && given.judge === 'first look' ? verdict.readingOf(given.judgement) : undefined;
    const they = score && disagreement(score.reading, this.look, ofLook);
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
}

/** As high as a verdict, so that nothing moves when it comes. It takes the focus, as the verdict does. */
function awaitedVerdict(title: string): TemplateResult {
  return html`<div class="verdict awaited" aria-busy="true"><h1 tabindex="-1">${title}</h1></div>`;
}

function renderJudged({ judgement, judge, score }: Extract<Verdict, { kind: 'judged' }>): TemplateResult {
  const { before, share, after, cases } = verdict.judged(judgement, judge);
  const alone = judge === 'first look' && score ? verdict.byScoreAlone(score.judgement) : null;
  return html`${before}<strong>${share}</strong>${after}${cases} ${alone}`;
}

function renderDoubted([first, second]: readonly NamedAnswer[]): TemplateResult {
  if (!first) return html`${verdict.NO_WIDE_GAP}`;
  const { before, and } = verdict.LOOK_FIRST;
  if (!second) return html`${before}<strong>“${first.name}”</strong>.`;
  return html`${before}<strong>“${first.name}”</strong>${and}<strong>“${second.name}”</strong>.`;
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-verdict-panel': VerdictPanel;
  }
}

/** QAGS above, QUALS below, as in the paper's Figure 1: the diagrams, and their steps for one question of the current summary. */
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ProcedureStep } from '../../charts/procedure-diagram/procedure-layout.js';
import { articleKey, summaryKey } from '../../charts/series-key.js';
import { agreement, type AnswerAgreement, compareAnswers } from '../../core/measures/agreement.js';
import type { Scored, ScoredPair } from '../../core/score.js';
import { StateElement } from '../../state/state-element.js';
import * as words from '../../text/measures/measure-words.js';
import { counted, signed } from '../../text/numbers.js';

export class ProceduresSection extends StateElement {
  @property({ attribute: false }) result?: Scored;

  /** Index in the pairs. */
  @state() private chosen = 0;

  protected override render(): TemplateResult | null {
    const { result } = this;
    const pair = result?.pairs[this.chosen] ?? result?.pairs[0];
    if (!result || !pair) return null;
    const [compared] = compareAnswers([pair]);
    const mean = agreement(result.pairs);
    return html`
      <p class="prose">${words.PROCEDURES.honest}</p>
      <figure aria-labelledby=${this.idOf('procedures-caption')}>
        <h3>${words.QAGS_STEPS.name}</h3>
        <quals-procedure-diagram
          .steps=${qagsSteps(result, mean)}
          .name=${words.diagramName(result.pairs.length, mean, result.quals)}
        ></quals-procedure-diagram>
        <h3>${words.QUALS_STEP.name}</h3>
        <quals-procedure-diagram .steps=${[qualsStep(result)]}></quals-procedure-diagram>
        <figcaption id=${this.idOf('procedures-caption')}>${words.PROCEDURES.note} ${words.PROCEDURES.why}</figcaption>
      </figure>
      ${this.renderChoice(result.pairs)} ${compared ? renderWalk(pair, compared) : null}
    `;
  }

  private renderChoice(pairs: readonly ScoredPair[]): TemplateResult {
    return html`<p class="choice">
      <label for=${this.idOf('walk-question')}>${words.PROCEDURES.question}</label>
      <select
        id=${this.idOf('walk-question')}
        @change=${({ target }: Event) => (this.chosen = (target as HTMLSelectElement).selectedIndex)}
      >
        ${pairs.map(({ question, answer }) => html`<option>${question} ${answer}</option>`)}
      </select>
    </p>`;
  }
}

function renderWalk(pair: ScoredPair, { f1, comesBack }: AnswerAgreement): TemplateResult {
  const { WALK } = words;
  return html`<div class="walk">
    <div>
      <h4>${words.QAGS_STEPS.name}</h4>
      <ol>
        <li><span class="note">${WALK.extract}, ${WALK.extractNote}</span> <strong>${pair.answer}</strong></li>
        <li><span class="note">${WALK.ask}, ${WALK.askNote}</span> <strong>${pair.question}</strong></li>
        <li>
          <span class="note">${WALK.answer}</span>
          <span class="told"
            >${articleKey} ${words.AGREEMENT.columns.article}: <strong>${pair.sourceAnswer.text}</strong></span
          >
          <span class="told"
            >${summaryKey} ${words.AGREEMENT.columns.summary}: <strong>${pair.summaryAnswer.text}</strong></span
          >
        </li>
        <li>
          <span class="note">${WALK.compare}</span> <strong>${words.share(f1)}</strong>
          <span class="note">${comesBack ? WALK.counted : WALK.leftOut}</span>
        </li>
      </ol>
    </div>
    <div>
      <h4>${words.QUALS_STEP.name}</h4>
      <ul class="plain">
        <li>
          <span class="note">${WALK.quals}</span>
          <span class="told">${articleKey} ${words.TEXTS.article}: <strong>${signed(pair.sourceMean)}</strong></span>
          <span class="told">${summaryKey} ${words.TEXTS.summary}: <strong>${signed(pair.summaryMean)}</strong></span>
          <span class="told">${WALK.difference}: <strong>${signed(pair.sourceMean - pair.summaryMean)}</strong></span>
        </li>
      </ul>
    </div>
  </div>`;
}

function qagsSteps({ pairs }: Scored, mean: number | undefined): ProcedureStep[] {
  const { extract, ask, answer, compare } = words.QAGS_STEPS;
  const result = mean === undefined ? words.NO_VALUE : `${words.MEASURE_NAMES.agreement} ${words.share(mean)}`;
  return [
    { ...extract, reads: ['summary'], count: counted(pairs.length, 'answer') },
    { ...ask, reads: ['summary'], count: counted(pairs.length, 'question') },
    { ...answer, reads: ['article', 'summary'], count: counted(2 * pairs.length, 'answer') },
    { ...compare, reads: [], count: result },
  ];
}

function qualsStep({ pairs, quals }: Scored): ProcedureStep {
  const { title, by } = words.QUALS_STEP;
  return {
    title,
    by,
    reads: ['article', 'summary'],
    count: `${counted(pairs.length, 'pair')}, QUALS ${signed(quals)}`,
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-procedures-section': ProceduresSection;
  }
}

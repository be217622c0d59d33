/** The three questions about two summaries. Fires `rate-answer`. */
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ToggleChangeEvent } from '../../../components/toggle-group.js';
import { SIDE_ANSWERS, type SideAnswer, sideAnswerOf } from '../../../core/study/side-order.js';
import { AXES, type Axis, type Verdicts } from '../../../core/study/study.js';
import { StateElement } from '../../../state/state-element.js';
import * as words from '../../../text/study/rate-words.js';
import { firstKeyOf } from './rate-keys.js';

const OPTIONS = SIDE_ANSWERS.map((value) => ({ value, label: words.SIDE_ANSWERS[value] }));

export class RateQuestions extends StateElement {
  @property({ attribute: false }) verdicts: Verdicts = {};
  /** The system whose summary is A. */
  @property({ attribute: false }) ofA: 0 | 1 = 0;

  protected override render(): TemplateResult {
    return html`${AXES.map((axis) => this.renderQuestion(axis))}`;
  }

  private renderQuestion(axis: Axis): TemplateResult {
    const verdict = this.verdicts[axis];
    return html`<div class="question">
      <h3>${words.AXIS_NAMES[axis]}</h3>
      <p>${words.QUESTIONS[axis]}</p>
      <quals-toggle-group
        label="${words.AXIS_NAMES[axis]}: ${words.QUESTIONS[axis]}"
        .options=${OPTIONS}
        .value=${verdict === undefined ? '' : sideAnswerOf(verdict, this.ofA)}
        @toggle-change=${({ value }: ToggleChangeEvent) => this.answer(axis, value as SideAnswer)}
      ></quals-toggle-group>
      <span class="note">${words.keysOf(firstKeyOf(axis))}</span>
    </div>`;
  }

  private answer(axis: Axis, side: SideAnswer): void {
    this.dispatchEvent(new CustomEvent('rate-answer', { detail: { axis, side }, bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-rate-questions': RateQuestions;
  }
  interface HTMLElementEventMap {
    'rate-answer': CustomEvent<{ readonly axis: Axis; readonly side: SideAnswer }>;
  }
}

/** The model's own answers to the selected question given each text, and the passage to read. */
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { articleKey, summaryKey } from '../../../charts/series-key.js';
import { PageElement } from '../../../components/element/page-element.js';
import type { ModelAnswer, ScoredPair } from '../../../core/score.js';
import * as words from '../../../text/result/result-words.js';
import { articleAnswer } from '../../../core/judgement/article-answer.js';
import type { Link } from '../article/linked-passage.js';

/** Fires `passage-request` when the person wants to be taken to the passage. */
export class SaysInstead extends PageElement {
  @property({ attribute: false }) pair?: ScoredPair;
  @property({ attribute: false }) link?: Link | undefined;

  protected override render(): TemplateResult | null {
    const { pair } = this;
    if (!pair) return null;
    const answer = articleAnswer(pair);
    return html`
      <h2>${answer.kind === 'same' ? words.INSTEAD_SAME : words.INSTEAD}</h2>
      <p class="asked" dir="auto"><span class="letter a drawn" aria-hidden="true">A</span> ${pair.question}</p>
      <dl>
        <dt>${summaryKey} ${words.GIVEN.summary}</dt>
        <dd>${renderAnswer(pair.summaryAnswer)}</dd>
        <dt>${articleKey} ${words.GIVEN.article}</dt>
        <dd>
          ${
            answer.kind === 'unclear'
              ? html`<span class="own none">${words.NO_CLEAR_ANSWER}</span>`
              : renderAnswer(pair.sourceAnswer)
          }
        </dd>
      </dl>
      <p class="note">
        ${answer.kind === 'unclear' ? this.renderUnclear(pair.sourceAnswer) : words.OWN_ANSWERS}
        ${pair.summaryAnswer.text.trim() === pair.answer.trim() ? null : words.asked(pair.answer)}
      </p>
      <p class="note">${this.renderLink()}</p>
    `;
  }

  private renderUnclear({ text, logProb }: ModelAnswer): TemplateResult {
    return html`${words.UNCLEAR} “${text}”, ${words.ownAnswer(logProb)}. ${words.UNCLEAR_TAIL}`;
  }

  private renderLink(): TemplateResult | string {
    if (!this.link) return words.NOT_LINKED;
    const { by, passage } = this.link;
    const linked = by === 'answer' ? words.linkedByAnswer : words.linkedByQuestion;
    const [before, name, after] = linked(passage + 1);
    const go = (): boolean => this.dispatchEvent(new CustomEvent('passage-request', { bubbles: true }));
    return html`${before}<button type="button" class="inline" @click=${go}>${name}</button>${after}`;
  }
}

function renderAnswer({ text, logProb }: ModelAnswer): TemplateResult {
  return html`<span class="own" dir="auto">${text}</span> <span class="probability">${words.ownAnswer(logProb)}</span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-says-instead': SaysInstead;
  }
}

/** The other measures of a summary, in a row: ROUGE, agreement, log p. */
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { PageElement } from '../../components/element/page-element.js';
import { otherMeasures } from '../../core/measures/measures.js';
import { ROUGE_NAMES } from '../../core/measures/rouge.js';
import type { Scored, Unscorable } from '../../core/score.js';
import type { Texts } from '../../state/scoring/document.js';
import * as words from '../../text/measures/measure-words.js';
import { signed } from '../../text/numbers.js';
import './other-measures.css';

type Name = keyof typeof words.MEASURE_NAMES;

export class OtherMeasures extends PageElement {
  @property({ attribute: false }) texts?: Texts;
  @property({ attribute: false }) result?: Scored | Unscorable;
  /** QUALS is the first of them. */
  @property({ type: Boolean }) withQuals = false;

  protected override render(): TemplateResult | null {
    const { texts, result } = this;
    if (!texts || !result) return null;
    const { rouge, agreement, sourceLogProb } = otherMeasures(texts, result);
    const quals = result.kind === 'scored' ? signed(result.quals) : undefined;
    return html`<dl>
      ${this.withQuals ? renderMeasure('quals', quals) : null}
      ${ROUGE_NAMES.map((name) => renderMeasure(name, words.share(rouge[name])))}
      ${renderMeasure('agreement', agreement === undefined ? undefined : words.share(agreement))}
      ${renderMeasure('sourceLogProb', sourceLogProb === undefined ? undefined : words.nats(sourceLogProb))}
    </dl>`;
  }
}

function renderMeasure(name: Name, value: string | undefined): TemplateResult {
  const why = name in words.WHY_NO_VALUE ? words.WHY_NO_VALUE[name as keyof typeof words.WHY_NO_VALUE] : '';
  return html`<div>
    <dt>${words.MEASURE_NAMES[name]} <span class="note">${words.RANGES[name]}</span></dt>
    <dd class="value">${value ?? html`<span class="faint">${words.NO_VALUE}</span>`}</dd>
    <dd class="note">${value === undefined ? why : words.MEASURE_NOTES[name]}</dd>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-other-measures': OtherMeasures;
  }
}

/** What the result says where people's judgements of other summaries say nothing about this one. */
import { html, type TemplateResult } from 'lit';
import { LEAST_PAIRS } from '../../../core/judgement/calibration.js';
import type { ScoredPair } from '../../../core/score.js';
import * as verdict from '../../../text/result/verdict.js';

/** `earlier`: the change from the previous summary, if there is one. */
export function verbatimVerdict(earlier: TemplateResult | null): TemplateResult {
  return html`<div class="verdict">
    <h1 tabindex="-1">${verdict.ALL_VERBATIM.title}</h1>
    <p>${verdict.ALL_VERBATIM.note}</p>
    ${earlier}
  </div>`;
}

/** With the pairs themselves: they are fewer than LEAST_PAIRS. */
export function tooFewVerdict(pairs: readonly ScoredPair[], earlier: TemplateResult | null): TemplateResult {
  return html`
    <div class="verdict">
      <h1 tabindex="-1">${verdict.TOO_FEW.title}</h1>
      <p>${verdict.TOO_FEW.note(pairs.length, LEAST_PAIRS)}</p>
      ${earlier}
    </div>
    <div class="dropped-few">
      <p class="eyebrow">${verdict.TOO_FEW.kept(pairs.length)}</p>
      <dl>
        ${pairs.map(
          ({ question, answer }) =>
            html`<dt>${question}</dt>
              <dd>${answer}</dd>`,
        )}
      </dl>
    </div>
  `;
}

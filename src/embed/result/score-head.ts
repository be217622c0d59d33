/** The score in numbers and words. A record holds no calibration, so there is no verdict about the summary. */
import { html, nothing, type TemplateResult } from 'lit';
import { LEAST_PAIRS } from '../../core/judgement/calibration.js';
import { resultOf } from '../../core/record/encode-record.js';
import type { ResultRecord } from '../../core/record/result-record.js';
import { describeMethod } from '../../core/method/scoring-method.js';
import type { Verbatim } from '../../core/text/verbatim-sentences.js';
import { signed } from '../../text/numbers.js';
import { scoredOn } from '../../text/result/record-words.js';
import * as words from '../../text/result/result-words.js';
import { ALL_VERBATIM, EVIDENCE, plainMeaning, TOO_FEW } from '../../text/result/verdict.js';

export function scoreHead(record: ResultRecord, verbatim: Verbatim): TemplateResult {
  const result = resultOf(record);
  const facts = [record.name, scoredOn(record.createdAt, record.run), describeMethod(record.method)];
  const isScored = result.kind === 'scored';
  return html`<header class="head">
    <div>
      <p class="note">${words.QUALS}</p>
      <p class="score">${isScored ? signed(result.quals) : words.NO_SCORE}</p>
      ${isScored ? html`<p class="note">${words.meanOf(result.pairs.length)}<br />${words.ZERO_MEANS}</p>` : nothing}
    </div>
    <div>
      ${isScored ? meaning(result.quals, result.pairs.length, verbatim) : unscorable(result.pairsWritten)}
      <p class="note">${facts.filter(Boolean).join('. ')}.</p>
    </div>
  </header>`;
}

/** As in the page: copied sentences and few questions first, since the number says little there. */
function meaning(quals: number, pairs: number, { isAll }: Verbatim): TemplateResult {
  if (isAll)
    return html`<h2>${ALL_VERBATIM.title}</h2>
      <p class="meaning">${ALL_VERBATIM.note}</p>`;
  if (pairs < LEAST_PAIRS)
    return html`<h2>${TOO_FEW.title}</h2>
      <p class="meaning">${TOO_FEW.note(pairs, LEAST_PAIRS)}</p>`;
  return html`<p class="meaning">${plainMeaning(quals)} ${EVIDENCE}</p>`;
}

function unscorable(written: number): TemplateResult {
  return html`<h2>${words.UNSCORABLE_TITLE}</h2>
    <p class="meaning">${words.unscorableReason(written)}</p>`;
}

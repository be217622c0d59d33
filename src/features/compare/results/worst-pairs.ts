/** The answers of a summary to check first, and what the article says. */
import { html, type TemplateResult } from 'lit';
import { articleKey, summaryKey } from '../../../charts/series-key.js';
import { articleAnswer } from '../../../core/judgement/article-answer.js';
import { isInDoubt } from '../../../core/judgement/in-doubt.js';
import { pairsToCheck } from '../../../core/judgement/evidence-order.js';
import type { ScoredPair, Span } from '../../../core/score.js';
import * as words from '../../../text/compare/compare-words.js';
import { signed } from '../../../text/numbers.js';
import { SAME } from '../../../text/result/result-words.js';
import type { Given } from './columns.js';

const MOST = 3;

export function worstPairs({ scored, verbatim }: Given): TemplateResult {
  const doubted = pairsToCheck(scored.result).filter((pair) => isInDoubt(pair) && !isCopied(pair, verbatim.spans));
  const worst = doubted.slice(0, MOST);
  if (worst.length === 0) return html`<p class="note">${words.NONE_IN_DOUBT}</p>`;
  return html`<section class="worst">
    <h3>${words.WORST}</h3>
    <ul class="plain">
      ${worst.map(renderPair)}
    </ul>
  </section>`;
}

function renderPair(pair: ScoredPair): TemplateResult {
  const article = articleAnswer(pair);
  const says = { same: SAME, unclear: words.NO_CLEAR_ANSWER, other: article.kind === 'other' ? article.text : '' };
  return html`<li>
    <p class="question" dir="auto">${pair.question}</p>
    <p class="answer">
      ${summaryKey}<span class="visually-hidden">${words.SUMMARY_SAYS}: </span
      ><strong dir="auto">${pair.answer}</strong>
      <span class="number">${signed(pair.quals)}</span>
    </p>
    <p class="answer">
      ${articleKey}<span class="visually-hidden">${words.COLUMNS.article}: </span>
      <span dir="auto" class=${article.kind === 'other' ? '' : 'faint'}>${says[article.kind]}</span>
    </p>
  </li>`;
}

/** The summary gives it only in sentences that are in the article word for word, which are not marked either. */
function isCopied({ answerSpans }: ScoredPair, verbatim: readonly Span[]): boolean {
  const inside = ({ start, end }: Span): boolean => verbatim.some((span) => span.start <= start && end <= span.end);
  return answerSpans.length > 0 && answerSpans.every(inside);
}

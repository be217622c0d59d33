/**
 * Round trip (Alberti et al., ACL 2019): a question that is clear gets its answer back from the text that it was written from. Where the
 * summary itself hardly gives the answer back, the question is badly put, and the pair says little about the article.
 */
import type { ScoredPair } from '../score.js';

/**
 * Least probability of the answer given the summary. About a third of the kept pairs reach it (docs/decisions/0005-support-head.md).
 */
const CLEAR = Math.log(0.3);

/** Natural log p(answer, end | summary, question): sums over the tokens of the answer and the end token. */
export function returnLogProb({ tokens }: Pick<ScoredPair, 'tokens'>): number {
  const answer = tokens.filter(({ part }) => part === 'answer' || part === 'end');
  return answer.reduce((sum, { summaryLogProb }) => sum + summaryLogProb, 0);
}

export function isClear(pair: Pick<ScoredPair, 'tokens'>): boolean {
  return returnLogProb(pair) >= CLEAR;
}

/** The article's answer to a pair's question, for tables and the reading rail. */
import type { ScoredPair } from '../score.js';
import { foldBare } from '../text/folded-text.js';

export type ArticleAnswer =
  | { readonly kind: 'same' }
  | { readonly kind: 'other'; readonly text: string }
  /** The likeliest answer is too unlikely to show as an answer. */
  | { readonly kind: 'unclear'; readonly text: string };

/**
 * Below this probability of the likeliest answer, there is no clear answer. The value of a tenth was chosen by hand: a
 * question with a false premise must not seem answered, and a right answer of several words is seldom below it.
 */
const CLEAR_ENOUGH = Math.log(0.1);

export function articleAnswer({ answer, sourceAnswer }: Pick<ScoredPair, 'answer' | 'sourceAnswer'>): ArticleAnswer {
  const { text, logProb } = sourceAnswer;
  if (logProb < CLEAR_ENOUGH || foldBare(text) === '') return { kind: 'unclear', text };
  return foldBare(text) === foldBare(answer) ? { kind: 'same' } : { kind: 'other', text };
}

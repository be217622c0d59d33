/** What the article says to a pair's question, as the table and the rail show it. */
import type { ScoredPair } from '../../core/score.js';
import { foldFully } from '../../core/text/folded-text.js';

export type ArticleAnswer =
  | { readonly kind: 'same' }
  | { readonly kind: 'other'; readonly text: string }
  /** The likeliest answer is itself too unlikely to be called one. */
  | { readonly kind: 'unclear'; readonly text: string };

/**
 * Below this probability of its likeliest answer the model spreads its belief over many. A tenth, chosen by hand: a
 * question with a false premise must not look answered, and a right answer of several words seldom falls below it.
 */
const CLEAR_ENOUGH = Math.log(0.1);

const OUTER = /^[\p{P}\p{Z}\s]+|[\p{P}\p{Z}\s]+$/gu;

export function articleAnswer({ answer, sourceAnswer }: Pick<ScoredPair, 'answer' | 'sourceAnswer'>): ArticleAnswer {
  const { text, logProb } = sourceAnswer;
  if (logProb < CLEAR_ENOUGH || bare(text) === '') return { kind: 'unclear', text };
  return bare(text) === bare(answer) ? { kind: 'same' } : { kind: 'other', text };
}

/** Without case, outer punctuation and space: as answers are compared everywhere. */
function bare(text: string): string {
  return foldFully(text).replace(OUTER, '');
}

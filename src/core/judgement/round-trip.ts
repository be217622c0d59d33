/**
 * Round trip (Alberti et al., ACL 2019): a question that is clear gets its answer back from the text that it was written from. Where the
 * summary itself hardly gives the answer back, the question is badly put, and the pair says little about the article.
 */
import type { ScoredPair } from '../score.js';

/**
 * Least probability of the answer given the summary. Chosen on 82 summaries of the development part (docs/decisions/0005-support-head.md): about
 * a third of the kept pairs reach it.
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

/** Places in `pairs`, each list in the order of `pairs`. */
export interface ByClarity {
  readonly clear: readonly number[];
  readonly unclear: readonly number[];
}

export function byClarity(pairs: readonly Pick<ScoredPair, 'tokens'>[]): ByClarity {
  const places = pairs.map((_, place) => place);
  const clear = places.filter((place) => isClear(pairs[place] as ScoredPair));
  return { clear, unclear: places.filter((place) => !clear.includes(place)) };
}

/** Clear pairs before the others; else in the order given. */
export function clearFirst<Pair extends Pick<ScoredPair, 'tokens'>>(pairs: readonly Pair[]): Pair[] {
  const { clear, unclear } = byClarity(pairs);
  return [...clear, ...unclear].map((place) => pairs[place] as Pair);
}

/**
 * Places in `pairs` of the two pairs that a figure shows at first: the first and the last of the clear ones, or of all where fewer than two are
 * clear. Both are the same for a single pair.
 */
export function firstAndLast(pairs: readonly Pick<ScoredPair, 'tokens'>[]): readonly [number, number] {
  const { clear } = byClarity(pairs);
  const shown = clear.length > 1 ? clear : pairs.map((_, place) => place);
  return [shown[0] ?? 0, shown.at(-1) ?? 0];
}

/** Which n-grams ROUGE counts, with their places in both texts. */
import type { Span } from '../score.js';
import { commonPlaces } from './common-subsequence.js';
import { ngrams } from './rouge.js';
import { type RougeToken, rougeTokens } from './rouge-tokens.js';

/** An n-gram of the summary that the reference has too. */
export interface RougeMatch {
  /** From its first to its last token. */
  readonly summary: Span;
  /** All its places in the reference, in order. ROUGE-L: the one place in the common subsequence. */
  readonly reference: readonly Span[];
}

/** In the order of the summary. 'L': the tokens of one longest common subsequence. */
export function rougeMatches(summary: string, reference: string, n: 1 | 2 | 'L'): RougeMatch[] {
  const [own, other] = [rougeTokens(summary), rougeTokens(reference)];
  return n === 'L' ? subsequenceMatches(own, other) : ngramMatches(own, other, n);
}

function ngramMatches(own: readonly RougeToken[], other: readonly RougeToken[], n: number): RougeMatch[] {
  const places = new Map<string, Span[]>();
  ngrams(stemsOf(other), n).forEach((ngram, place) => {
    places.set(ngram, [...(places.get(ngram) ?? []), spanAt(other, place, n)]);
  });
  return ngrams(stemsOf(own), n).flatMap((ngram, place) => {
    const found = places.get(ngram);
    return found ? [{ summary: spanAt(own, place, n), reference: found }] : [];
  });
}

function subsequenceMatches(own: readonly RougeToken[], other: readonly RougeToken[]): RougeMatch[] {
  return commonPlaces(stemsOf(own), stemsOf(other)).map(([inOwn, inOther]) => ({
    summary: spanAt(own, inOwn, 1),
    reference: [spanAt(other, inOther, 1)],
  }));
}

function stemsOf(tokens: readonly RougeToken[]): string[] {
  return tokens.map(({ stem }) => stem);
}

function spanAt(tokens: readonly RougeToken[], place: number, n: number): Span {
  return { start: tokens[place]?.start ?? 0, end: tokens[place + n - 1]?.end ?? 0 };
}

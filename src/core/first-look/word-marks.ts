/** From probabilities of tokens to probabilities of words. */

/** UTF-16 offsets, end exclusive. */
export interface ScoredSpan {
  readonly start: number;
  readonly end: number;
  /** Probability, 0 to 1, that the word is unsupported: the largest of its tokens'. */
  readonly probability: number;
}

/** A run of letters, digits and marks with what joins them inside a word or number; punctuation carries no mark of its own. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’.,:-][\p{L}\p{N}\p{M}]+)*/gu;

/** UTF-16 offsets, end exclusive. */
export function wordSpans(text: string): { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(WORD)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }));
}

/** Words of the tokens' joined text. A token that belongs to two words counts for both. */
export function wordMarks(tokens: readonly string[], probabilities: readonly number[]): ScoredSpan[] {
  const text = tokens.join('');
  const ends: number[] = [];
  for (const token of tokens) ends.push((ends.at(-1) ?? 0) + token.length);
  return wordSpans(text).map(({ start, end }) => {
    const own = probabilities.filter((_, place) => (ends[place - 1] ?? 0) < end && (ends[place] ?? 0) > start);
    return { start, end, probability: Math.max(...own) };
  });
}

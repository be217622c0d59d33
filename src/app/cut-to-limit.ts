/** The longest beginning of a text, in whole sentences, that the model can read. */
import type { Outcome } from '../core/errors.js';

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const words = new Intl.Segmenter('en', { granularity: 'word' });

/** `limit` in tokens. Ends within the first sentence, after a word, where that alone is too long. */
export async function cutToLimit(
  text: string,
  limit: number,
  countTokens: (text: string) => Promise<Outcome<number>>,
): Promise<Outcome<string>> {
  const bySentence = await longestFitting(text, ends(text, sentences), limit, countTokens);
  if (!bySentence.ok || bySentence.value !== '') return bySentence;
  return longestFitting(text, ends(text, words), limit, countTokens);
}

/** UTF-16 offsets after each segment. */
function ends(text: string, segmenter: Intl.Segmenter): number[] {
  return Array.from(segmenter.segment(text), ({ index, segment }) => index + segment.length);
}

async function longestFitting(
  text: string,
  offsets: readonly number[],
  limit: number,
  countTokens: (text: string) => Promise<Outcome<number>>,
): Promise<Outcome<string>> {
  const beginning = (index: number): string => text.slice(0, offsets[index] ?? 0).trimEnd();
  // The beginning of index `fits` fits (−1: nothing), that of index `tooLong` does not.
  let fits = -1;
  let tooLong = offsets.length;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    const tokens = await countTokens(beginning(middle));
    if (!tokens.ok) return tokens;
    if (tokens.value <= limit) fits = middle;
    else tooLong = middle;
  }
  return { ok: true, value: fits === -1 ? '' : beginning(fits) };
}

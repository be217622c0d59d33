/** The longest beginning or end of a text, in whole sentences, that fits the model's context. */
import type { Outcome } from '../../core/errors.js';

type CountTokens = (text: string) => Promise<Outcome<number>>;

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const words = new Intl.Segmenter('en', { granularity: 'word' });
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Start of the search for the cut, in characters per token: English has between four and five. */
const CHARACTERS_PER_TOKEN = 8;

/** `limit` in tokens. Cuts inside a sentence or a word only if that alone is too long. */
export async function cutToLimit(
  text: string,
  keep: 'beginning' | 'end',
  limit: number,
  countTokens: CountTokens,
): Promise<Outcome<string>> {
  const part = await partToSearch(text, keep, limit, countTokens);
  if (!part.ok) return part;
  for (const segmenter of [sentences, words, characters]) {
    const cut = await longestFitting(pieces(part.value, keep, segmenter), limit, countTokens);
    if (!cut.ok || cut.value !== '') return cut;
  }
  return { ok: true, value: '' };
}

/** A part that does not fit, or the whole text, so that a megabyte is not split and counted in full. */
async function partToSearch(
  text: string,
  keep: 'beginning' | 'end',
  limit: number,
  countTokens: CountTokens,
): Promise<Outcome<string>> {
  for (let length = limit * CHARACTERS_PER_TOKEN; length < text.length; length *= 2) {
    const part = keep === 'beginning' ? text.slice(0, length) : text.slice(-length);
    const tokens = await countTokens(part);
    if (!tokens.ok) return tokens;
    if (tokens.value > limit) return { ok: true, value: part };
  }
  return { ok: true, value: text };
}

/** The parts that end (or begin) with a whole segment, shortest first. */
function pieces(text: string, keep: 'beginning' | 'end', segmenter: Intl.Segmenter): Pieces {
  const starts = Array.from(segmenter.segment(text), ({ index }) => index);
  const count = starts.length;
  return keep === 'beginning'
    ? { count, at: (index) => text.slice(0, starts[index + 1] ?? text.length).trimEnd() }
    : { count, at: (index) => text.slice(starts[count - 1 - index]).trimStart() };
}

interface Pieces {
  readonly count: number;
  readonly at: (index: number) => string;
}

async function longestFitting(
  { count, at }: Pieces,
  limit: number,
  countTokens: CountTokens,
): Promise<Outcome<string>> {
  // The piece of index `fits` fits (−1: none); the piece of index `tooLong` does not.
  let fits = -1;
  let tooLong = count;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    const tokens = await countTokens(at(middle));
    if (!tokens.ok) return tokens;
    if (tokens.value <= limit) fits = middle;
    else tooLong = middle;
  }
  return { ok: true, value: fits === -1 ? '' : at(fits) };
}

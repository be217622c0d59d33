/** A text folded for comparison. Every folded character keeps its position in the original. */
import type { Span } from '../score.js';

export interface FoldedText {
  readonly folded: string;
  /** For each UTF-16 unit of `folded`: the UTF-16 span of its grapheme in the original. */
  readonly origins: readonly Span[];
}

export type Fold = (text: string) => string;

/** Unicode NFKC and case-folding (the round trip through upper case maps ß to ss, as full case-folding does). */
export const foldFully: Fold = (text) => oneSigma(text.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC'));

/** The folding of the released code: lower case only. */
export const foldCase: Fold = (text) => text.toLowerCase();

const OUTER = /^[\p{P}\p{Z}\s]+|[\p{P}\p{Z}\s]+$/gu;

/** Fully folded, without punctuation and space at either end. */
export function foldBare(text: string): string {
  return foldFully(text).replace(OUTER, '');
}

/** `toLowerCase` gives a capital sigma another form at the end of a word. A single character has no word around it. */
export function oneSigma(text: string): string {
  return text.replaceAll('ς', 'σ');
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Folds grapheme by grapheme, because folding may change a text's length. */
export function foldText(text: string, fold: Fold): FoldedText {
  let folded = '';
  const origins: Span[] = [];
  for (const { segment, index } of graphemes.segment(text)) {
    const piece = oneSigma(fold(segment));
    const origin = { start: index, end: index + segment.length };
    for (let unit = 0; unit < piece.length; unit++) origins.push(origin);
    folded += piece;
  }
  return { folded, origins };
}

/** The original span of `folded.slice(start, end)`; `end` > `start`. */
export function originalSpan({ origins }: FoldedText, start: number, end: number): Span {
  const first = origins[start];
  const last = origins[end - 1];
  if (!first || !last) throw new RangeError(`No characters ${start} to ${end} in a text of ${origins.length}.`);
  return { start: first.start, end: last.end };
}

/** Sentences of a text, and what makes two of them the same to a reader. */
import type { Span } from '../score.js';
import { foldFully } from './folded-text.js';

const WORD = /[\p{L}\p{N}]/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
/** Bullets, dashes, quotation marks and brackets. No sign that belongs to a number: −5, $5 and 5 % keep theirs. */
const OPENING = /^(?:[-–—•*▪‣◦·]\s+|["'([…\s])+/u;
const CLOSING = /[.!…,;:"')\]\s]+$/u;

/** UTF-16 spans in order, with the white space after each; together they are the text. A line break ends a sentence. */
export function sentencesOf(text: string): Span[] {
  return Array.from(segmenter.segment(text), ({ index, segment }) => ({ start: index, end: index + segment.length }));
}

/**
 * Equal for sentences with the same words: compared after NFKC and case-folding, with quotation marks of one kind, white space
 * as one blank, and without punctuation at either end; a question mark stays. '' for a sentence without a word.
 */
export function sentenceKey(sentence: string): string {
  const key = foldFully(sentence)
    .replace(/[‘’‛]/gu, "'")
    .replace(/[“”„‟«»]/gu, '"')
    .replace(/\s+/gu, ' ')
    .replace(OPENING, '')
    .replace(CLOSING, '');
  return WORD.test(key) ? key : '';
}

/**
 * Sentences that a summary repeats are scored once: a repetition says nothing new, but it changes the questions. Part of the recipe
 * that NORMALISATION counts.
 */
import type { Span } from '../score.js';
import { joinParts, type NormalisedText } from './normalise-text.js';
import { sentenceKey, sentencesOf } from './sentences.js';

/** Shorter ones ("No.", a score, a heading) may be meant twice. */
const LEAST_WORDS = 3;

/** Spans of the sentences that the text had before, in order, with the white space after each. */
export function repeatedSentences(text: string): Span[] {
  const seen = new Set<string>();
  return sentencesOf(text).filter(({ start, end }) => {
    const key = sentenceKey(text.slice(start, end));
    if (key.split(' ').length < LEAST_WORDS) return false;
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}

/** The text with the first of its equal sentences alone, as if the others had not been written. */
export function withoutRepeats(normalised: NormalisedText): NormalisedText {
  const { text } = normalised;
  const repeated = repeatedSentences(text);
  if (repeated.length === 0) return normalised;
  const starts = new Set(repeated.map(({ start }) => start));
  const kept = sentencesOf(text).filter(({ start }) => !starts.has(start));
  const last = kept.at(-1);
  if (!last) return normalised;
  const end = last.start + text.slice(last.start, last.end).trimEnd().length;
  return joinParts(normalised, [...kept.slice(0, -1), { start: last.start, end }]);
}

/** Which words of a text differ from another text's, in their place. White space does not count. */
import { diffArrays } from 'diff';
import type { Span } from '../../../core/score.js';

/** `same` and `added` are from the new text, `removed` from the old one. */
export interface Change {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A word or a mark, with the white space after it. */
interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Longer than any summary that the model reads at once; a diff of two articles would hold up the page. */
const LONGEST = 60_000;
const TIMEOUT_MS = 500;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Spans of `text` without white space at their ends, in order; undefined for texts that are too long to compare. */
export function differingSpans(text: string, other: string): Span[] | undefined {
  const words = wordsOf(text);
  const runs = diff(wordsOf(other), words);
  let at = 0;
  return runs?.flatMap(({ added, removed, count }) => {
    if (removed) return [];
    const [first, last] = [words[at], words[at + count - 1]];
    at += count;
    return added && first && last ? [{ start: first.start, end: last.start + last.text.trimEnd().length }] : [];
  });
}

/** From an old text to a new one; undefined for texts that are too long to compare. */
export function wordChanges(before: string, after: string): Change[] | undefined {
  return diff(wordsOf(before), wordsOf(after))?.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.map(({ text }) => text).join(''),
  }));
}

function diff(before: Word[], after: Word[]) {
  const length = (before.at(-1)?.end ?? 0) + (after.at(-1)?.end ?? 0);
  if (length > LONGEST) return undefined;
  const comparator = (a: Word, b: Word): boolean => a.text.trimEnd() === b.text.trimEnd();
  return diffArrays(before, after, { comparator, timeout: TIMEOUT_MS });
}

function wordsOf(text: string): Word[] {
  if (text.length > LONGEST) return [{ text, start: 0, end: text.length }];
  const words: Word[] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    const end = index + segment.length;
    const before = words.at(-1);
    if (segment.trim() !== '') words.push({ text: segment, start: index, end });
    else if (before) words[words.length - 1] = { ...before, text: before.text + segment, end };
  }
  return words;
}

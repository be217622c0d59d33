/** A sentence that is in the article word for word gets no mark: the words themselves are the evidence. */
import type { Span } from '../score.js';
import type { FirstLook } from './first-look.js';

/** `copied`: such sentences, as spans of the same text. */
export function withoutCopied<Look extends Pick<FirstLook, 'words'>>(look: Look, copied: readonly Span[]): Look {
  const isCopied = (word: Span): boolean => copied.some(({ start, end }) => start <= word.start && word.end <= end);
  return { ...look, words: look.words.filter((word) => !isCopied(word)) };
}

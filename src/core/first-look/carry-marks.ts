/** Marks of a text that is edited: those of unchanged words stay until a new look arrives. */
import { type ScoredSpan, wordSpans } from './word-marks.js';

/** `words`: spans in `before`. Returns those of whole words outside of the one stretch that differs, as spans in `after`. */
export function carryMarks(words: readonly ScoredSpan[], before: string, after: string): readonly ScoredSpan[] {
  if (before === after) return words;
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before[same] === after[same]) same++;
  let sameEnd = 0;
  while (sameEnd < most - same && before.at(-1 - sameEnd) === after.at(-1 - sameEnd)) sameEnd++;
  const shift = after.length - before.length;
  const endsByStart = new Map(wordSpans(after).map(({ start, end }) => [start, end]));
  return words.flatMap(({ start, end, probability }) => {
    const moved = end <= same ? 0 : start >= before.length - sameEnd ? shift : undefined;
    // A letter next to a word makes it another word.
    if (moved === undefined || endsByStart.get(start + moved) !== end + moved) return [];
    return [{ start: start + moved, end: end + moved, probability }];
  });
}

/** Splits a text at the words of a first look, so that each piece has one level. */
import { type MarkLevel, type MarkLevels, markLevel } from '../../core/first-look/mark-levels.js';
import type { ScoredSpan } from '../../core/first-look/word-marks.js';

export interface MarkPiece {
  readonly text: string;
  readonly level: MarkLevel;
}

/** `words`: in order, without overlap. Spans outside of the text are ignored. */
export function markPieces(text: string, words: readonly ScoredSpan[], levels: MarkLevels | undefined): MarkPiece[] {
  const pieces: MarkPiece[] = [];
  let at = 0;
  const add = (end: number, level: MarkLevel): void => {
    if (end > at) pieces.push({ text: text.slice(at, end), level });
    at = Math.max(at, end);
  };
  for (const { start, end, probability } of words) {
    const level = markLevel(probability, levels);
    if (level === 'none' || start < at || end > text.length) continue;
    add(start, 'none');
    add(end, level);
  }
  add(text.length, 'none');
  return pieces;
}

/** Two judges of one answer: the gap of its pair (QUALS), and the words of the answer that the first look marks. */
import type { FirstLook } from '../first-look/first-look.js';
import { markLevel } from '../first-look/mark-levels.js';
import type { ScoredPair } from '../score.js';

type Look = Pick<FirstLook, 'words'>;
type Judged = Pick<ScoredPair, 'answerSpans' | 'quals'>;

/** The largest probability of a word of the answer, 0 to 1, that the article does not support it; 0 for an answer without such words. */
export function strongestOfAnswer({ answerSpans }: Pick<ScoredPair, 'answerSpans'>, { words }: Look): number {
  const own = words.filter((word) => answerSpans.some(({ start, end }) => word.start < end && start < word.end));
  return Math.max(0, ...own.map(({ probability }) => probability));
}

/** Whether a word of the answer has a mark, strong or weak. */
export function isMarked(pair: Pick<ScoredPair, 'answerSpans'>, look: Pick<FirstLook, 'words' | 'levels'>): boolean {
  return markLevel(strongestOfAnswer(pair, look), look.levels) !== 'none';
}

/**
 * The answer with the strongest mark first; of equal marks, the one with the wider gap. In wrong summaries of the development part, the first
 * answer has a wrong word more often than the answer with the widest gap (docs/decisions/0005-support-head.md).
 */
export function inOrderOfDoubt<Pair extends Judged>(pairs: readonly Pair[], look: Look): Pair[] {
  return pairs
    .map((pair) => ({ pair, mark: strongestOfAnswer(pair, look) }))
    .sort((a, b) => b.mark - a.mark || a.pair.quals - b.pair.quals)
    .map(({ pair }) => pair);
}

/** Two judges of one answer: the gap of its pair (QUALS), and the words of the answer that the first look marks. */
import type { FirstLook } from '../first-look/first-look.js';
import type { ScoredPair } from '../score.js';

type Look = Pick<FirstLook, 'words'>;

/** The largest probability of a word of the answer, 0 to 1, that the article does not support it; 0 for an answer without such words. */
export function strongestOfAnswer({ answerSpans }: Pick<ScoredPair, 'answerSpans'>, { words }: Look): number {
  const own = words.filter((word) => answerSpans.some(({ start, end }) => word.start < end && start < word.end));
  return Math.max(0, ...own.map(({ probability }) => probability));
}

/** Probabilities of 0 and 1 have no finite logit. */
const EDGE = 1e-4;

/**
 * Higher is worse: the logit of `strongestOfAnswer` minus the gap, in nats. Of wrong summaries of the development part, the answer with the
 * highest doubt has a wrong word more often than the answer with the widest gap (docs/decisions/0005-support-head.md).
 */
export function doubtOf(pair: Pick<ScoredPair, 'answerSpans' | 'quals'>, look: Look): number {
  const probability = Math.min(1 - EDGE, Math.max(EDGE, strongestOfAnswer(pair, look)));
  return Math.log(probability / (1 - probability)) - pair.quals;
}

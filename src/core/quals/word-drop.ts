/** Which words of an answer the article makes less likely: a pair's gap is a mean, and one wrong word can lower it for all. */
import { wordSpans } from '../first-look/word-marks.js';
import type { ScoredPair, Span } from '../score.js';

type Answered = Pick<ScoredPair, 'tokens' | 'answerGap'>;

/**
 * log p(word | article) − log p(word | summary) in nats, as part of the pair's answer: the sum over its tokens. Below 0: less likely given the
 * article. `place`: one of the pair's `answerSpans`; `word`: a span of the same text. A word that the tokens cannot be laid on, because the
 * text has other characters than the answer, gets the mean of the answer's tokens.
 */
export function wordDrop({ tokens, answerGap }: Answered, place: Span, word: Span): number {
  const answer = tokens.filter(({ part }) => part === 'answer');
  const joined = answer.map(({ text }) => text).join('');
  if (joined.trim().length !== place.end - place.start) return answerGap;
  let at = place.start - (joined.length - joined.trimStart().length);
  let drop = 0;
  for (const { text, sourceLogProb, summaryLogProb } of answer) {
    const end = at + text.length;
    if (at < word.end && word.start < end) drop += sourceLogProb - summaryLogProb;
    at = end;
  }
  return drop;
}

/** The lowest `wordDrop` of the words of the answer; of the whole answer, if it has no word. */
export function lowestDrop(pair: Pick<ScoredPair, 'answer'> & Answered): number {
  const place = { start: 0, end: pair.answer.length };
  const words = wordSpans(pair.answer);
  return Math.min(...(words.length > 0 ? words : [place]).map((word) => wordDrop(pair, place, word)));
}

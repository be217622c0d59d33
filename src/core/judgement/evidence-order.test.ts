import { expect, it } from 'vitest';
import type { ScoredPair, TokenScore } from '../score.js';
import { byClarity, pairsToCheck, shownFirst } from './evidence-order.js';

/** `returned`: the probability of the answer given the summary. `place`: of the answer in the summary. */
function pair(returned: number, place: number, answer = `answer ${place}`, instead = answer): ScoredPair {
  const token = { part: 'answer', summaryLogProb: Math.log(returned) } as TokenScore;
  const own = { text: instead, logProb: Math.log(0.9), spans: [] };
  const summaryAnswer = { text: answer, logProb: Math.log(returned), spans: [] };
  const answerSpans = [{ start: place, end: place + 1 }];
  return { answer, tokens: [token], answerSpans, quals: -1, sourceAnswer: own, summaryAnswer } as unknown as ScoredPair;
}

const look = {
  unsupported: 0.5,
  sourceLogProb: -1,
  words: [{ start: 2, end: 3, probability: 0.3 }],
  levels: { weak: { from: 0.2, wrong: 0.3 } },
};
const [clear, other, marked, unclear] = [pair(0.9, 0), pair(0.4, 1), pair(0.1, 2), pair(0.1, 3)];

it('keeps the order within clear and unclear pairs, and a marked pair is with the clear ones', () => {
  const pairs = [unclear, clear, marked, other];
  expect(byClarity(pairs, undefined)).toEqual({ clear: [1, 3], unclear: [0, 2] });
  expect(byClarity(pairs, look)).toEqual({ clear: [1, 2, 3], unclear: [0] });
  expect(pairsToCheck({ pairs })).toEqual([clear, other, unclear, marked]);
  expect(pairsToCheck({ pairs, firstLook: look })[0]).toBe(marked);
});

it('shows the first and the last clear pair, or of all where there are too few', () => {
  expect(shownFirst([unclear, clear, marked, other, unclear], [], undefined)).toEqual([1, 3]);
  expect(shownFirst([unclear, clear, marked], [], undefined)).toEqual([0, 2]);
  expect(shownFirst([clear], [], undefined)).toEqual([0, 0]);
  expect(shownFirst([], [], undefined)).toEqual([0, 0]);
});

it('shows first what the verdict names: the marked answer, or the one that the article contradicts', () => {
  expect(shownFirst([unclear, clear, marked, other], [], look)).toEqual([2, 3]);
  expect(shownFirst([clear, other, marked], [], look)).toEqual([2, 0]);
  const [asked, again] = [pair(0.9, 5, '48', '48'), pair(0.9, 5, '48', '84')];
  expect(shownFirst([clear, asked, again, other], [], undefined)).toEqual([2, 3]);
});

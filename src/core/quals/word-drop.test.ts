import { expect, it } from 'vitest';
import type { TokenPart, TokenScore } from '../score.js';
import { lowestDrop, wordDrop } from './word-drop.js';

const token = (text: string, drop: number, part: TokenPart = 'answer') =>
  ({ text, part, summaryLogProb: -1, sourceLogProb: -1 + drop }) as TokenScore;

// "in three months": two tokens for "months". A token begins with the space before its word.
const pair = {
  tokens: [
    token(' When', -9, 'question'),
    token(' in', 0.5),
    token(' three', -1),
    token(' mon', -2),
    token('ths', -4),
    token('', -7, 'end'),
  ],
  answerGap: -1.5,
};
const place = { start: 10, end: 25 };

it('adds up the tokens of a word', () => {
  expect(wordDrop(pair, place, { start: 10, end: 12 })).toBe(0.5);
  expect(wordDrop(pair, place, { start: 13, end: 18 })).toBe(-1);
  expect(wordDrop(pair, place, { start: 19, end: 25 })).toBe(-6);
});

it('gives a word the mean of the answer where the text has other characters', () => {
  expect(wordDrop(pair, { start: 10, end: 26 }, { start: 10, end: 12 })).toBe(-1.5);
});

it('finds the lowest drop of an answer', () => {
  expect(lowestDrop({ ...pair, answer: 'in three months' })).toBe(-6);
  expect(lowestDrop({ tokens: [token(' &', -3)], answerGap: -3, answer: '&' })).toBe(-3);
});

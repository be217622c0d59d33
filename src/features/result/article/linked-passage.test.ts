import { expect, it } from 'vitest';
import { wholeWordSpans } from '../../../core/text/answer-spans.js';
import { PassageIndex } from './linked-passage.js';
import { passagesOf } from './passages.js';

const SOURCE = [
  'Klitschko lost his titles to Tyson Fury.',
  'Lewis said that Klitschko has a chink in his armour.',
  'Joshua has won all his fights.',
].join('\n');

const index = new PassageIndex(SOURCE, passagesOf(SOURCE));
const link = (question: string, answer: string) => index.linkFor(question, wholeWordSpans(answer, SOURCE));

it('prefers the passage with the answer that shares the most words with the question', () => {
  expect(link('Who has a chink in his armour?', 'Klitschko')).toEqual({ passage: 1, by: 'answer' });
  expect(link('Who lost titles to Fury?', 'Klitschko')).toEqual({ passage: 0, by: 'answer' });
});

it('uses only the question if the answer does not occur', () => {
  expect(link('How many fights has Joshua won?', 'eighteen')).toEqual({ passage: 2, by: 'question' });
});

it('links nothing if no word is shared', () => {
  expect(link('Quelle heure?', 'midi')).toBeUndefined();
});

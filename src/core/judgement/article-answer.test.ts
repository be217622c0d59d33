import { expect, it } from 'vitest';
import { articleAnswer } from './article-answer.js';

const given = (answer: string, text: string, probability: number) =>
  articleAnswer({ answer, sourceAnswer: { text, logProb: Math.log(probability), spans: [] } });

it('compares as answers are compared everywhere', () => {
  expect(given('‘Tyson Fury’', 'tyson fury.', 0.6)).toEqual({ kind: 'same' });
  expect(given('Anthony Joshua', 'Klitschko', 0.6)).toEqual({ kind: 'other', text: 'Klitschko' });
});

it('says that there is no clear answer', () => {
  expect(given('Anthony Joshua', 'Anthony Joshua', 0.09)).toEqual({ kind: 'unclear', text: 'Anthony Joshua' });
  expect(given('Anthony Joshua', ' ', 0.9)).toEqual({ kind: 'unclear', text: ' ' });
});

import { expect, it } from 'vitest';
import type { ScoredPair } from '../../../core/score.js';
import { isShared, questionRows, sortRows } from './question-rows.js';

const pair = (question: string, answer: string, quals: number, article = 'Klitschko', probability = 0.6): ScoredPair =>
  ({
    question,
    answer,
    quals,
    // One token for the answer, three nats below the pair's gap.
    tokens: [{ part: 'answer', text: ` ${answer}`, summaryLogProb: 0, sourceLogProb: quals - 3 }],
    sourceAnswer: { text: article, logProb: Math.log(probability), spans: [] },
  }) as unknown as ScoredPair;

const ROWS = questionRows([
  [pair('Who has a chink?', 'Joshua', -2.6), pair('What is at stake?', 'a title', -0.4, 'an IBF title')],
  [pair('who has  a chink', 'Klitschko', -0.1), pair('What is at stake?', 'a title', -0.3, 'an IBF title')],
  [pair('What will Joshua end?', 'a career', -1.1, 'a career', 0.05)],
]);

it('brings the same question of several summaries together, widest difference first', () => {
  expect(ROWS.map(({ question, cells }) => [question, ...cells.map((cell) => cell?.answer)])).toEqual([
    ['Who has a chink?', 'Joshua', 'Klitschko', undefined],
    ['What will Joshua end?', undefined, undefined, 'a career'],
    ['What is at stake?', 'a title', 'a title', undefined],
  ]);
  expect(ROWS.map((row) => [row.spread.toFixed(1), isShared(row)])).toEqual([
    ['2.5', true],
    ['1.1', false],
    ['0.1', true],
  ]);
});

it('gives the article’s answer only where it is clear', () => {
  expect(ROWS.map(({ article }) => article)).toEqual(['Klitschko', undefined, 'an IBF title']);
});

it('keeps the worse of two pairs with one question', () => {
  const [row] = questionRows([[pair('Who?', 'A', -2), pair('who?', 'B', -1)]]);
  expect(row?.cells).toEqual([{ answer: 'A', quals: -2, drop: -5 }]);
});

it('sorts by any column, and leaves what was not asked at the end', () => {
  const questions = (...args: Parameters<typeof sortRows>): string[] =>
    sortRows(...args).map(({ question }) => question.slice(0, 8));
  expect(questions(ROWS, { by: { column: 0 }, descending: false })).toEqual(['Who has ', 'What is ', 'What wil']);
  expect(questions(ROWS, { by: { column: 0 }, descending: true })).toEqual(['What is ', 'Who has ', 'What wil']);
  expect(questions(ROWS, { by: 'question', descending: false })).toEqual(['What is ', 'What wil', 'Who has ']);
  expect(questions(ROWS, { by: 'article', descending: true })).toEqual(['Who has ', 'What is ', 'What wil']);
});

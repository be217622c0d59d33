import { expect, it } from 'vitest';
import { sharedPieces } from './shared-pieces.js';

it('gives each piece the matches over it, and loses no character', () => {
  const pieces = sharedPieces('he has a chink', [[{ start: 3, end: 8 }], [{ start: 7, end: 14 }]]);
  expect(pieces).toEqual([
    { text: 'he ', matches: [], begins: [] },
    { text: 'has ', matches: [0], begins: [0] },
    { text: 'a', matches: [0, 1], begins: [1] },
    { text: ' chink', matches: [1], begins: [] },
  ]);
});

it('keeps a match that overlaps itself', () => {
  const pieces = sharedPieces('a a a b', [
    [
      { start: 0, end: 3 },
      { start: 2, end: 5 },
    ],
  ]);
  expect(pieces.map(({ text, matches }) => [text, matches])).toEqual([
    ['a ', [0]],
    ['a', [0]],
    [' a', [0]],
    [' b', []],
  ]);
});

it('has no piece for an empty text', () => {
  expect(sharedPieces('', [])).toEqual([]);
});

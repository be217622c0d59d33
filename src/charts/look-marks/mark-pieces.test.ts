import { expect, it } from 'vitest';
import { markPieces } from './mark-pieces.js';

const word = (start: number, end: number, probability: number) => ({ start, end, probability });
const levels = { weak: { from: 0.2, wrong: 0.3 }, strong: { from: 0.6, wrong: 0.6 } };

it('gives each word its level and loses no character', () => {
  const words = [word(0, 2, 0.1), word(3, 6, 0.2), word(7, 9, 0.6)];
  expect(markPieces('He won 27.', words, levels)).toEqual([
    { text: 'He ', level: 'none' },
    { text: 'won', level: 'weak' },
    { text: ' ', level: 'none' },
    { text: '27', level: 'strong' },
    { text: '.', level: 'none' },
  ]);
});

it('ignores spans outside of the text', () => {
  expect(markPieces('He', [word(0, 9, 1), word(-3, 1, 1)], levels)).toEqual([{ text: 'He', level: 'none' }]);
  expect(markPieces('', [], levels)).toEqual([]);
});

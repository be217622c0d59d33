import { describe, expect, it } from 'vitest';
import { markedWords, slowNote, whatItSays } from './first-look-words.js';

const TEXT = 'He won 27 of 30 bouts.';
const levels = { weak: { from: 0.2, wrong: 0.31 }, strong: { from: 0.6, wrong: 0.64 } };
const look = (...probabilities: readonly [number, number]) => ({
  unsupported: 0.38,
  words: [
    { start: 7, end: 9, probability: probabilities[0] },
    { start: 13, end: 15, probability: probabilities[1] },
  ],
  sourceLogProb: -1,
  levels,
});
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/gu, ' ');

describe('whatItSays', () => {
  it.each([
    [
      0.7,
      0.3,
      '1 word has a strong mark, 1 has a weak one. In judged texts, 64 % of strong marks were on a wrong word.',
    ],
    [0.7, 0.8, '2 words have a strong mark. In judged texts, 64 % of strong marks were on a wrong word.'],
    [0.3, 0.1, '1 word has a weak mark. In judged texts, 31 % of all marks were on a wrong word.'],
    [0.1, 0.1, 'No word is marked. That does not show that the summary is right.'],
  ])('of marks of %d and %d', (first, second, words) => {
    const probability = 'Probability that the article does not support some of this summary: 38 %.';
    expect(plain(whatItSays(look(first, second)))).toBe(`${probability} ${words}`);
  });

  it('gives no percentage without calibration', () => {
    expect(whatItSays({ ...look(0.9, 0.6), levels: undefined })).toBe(
      '1 word has a strong mark, 1 has a weak one. How often such marks are right is not measured for this model.',
    );
  });
});

it('reads the marked words in their order', () => {
  expect(markedWords(TEXT, look(0.7, 0.9))).toBe('Strong marks: “27” and “30”.');
  expect(markedWords(TEXT, look(0.3, 0.9))).toBe('Strong marks: “30”. Weak marks: “27”.');
  expect(markedWords(TEXT, look(0, 0))).toBe('No word is marked.');
});

it('says why it is off', () => {
  expect(plain(slowNote(3.21, true))).toBe('Off: after an edit, the last looks took more than two seconds (3.2 s).');
  expect(slowNote(3.21, false)).toMatch(/each look reads it again\.$/);
});

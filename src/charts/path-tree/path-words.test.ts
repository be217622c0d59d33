import { expect, it } from 'vitest';
import type { PathToken, TokenPart } from '../../core/score.js';
import { pathWords } from './path-words.js';

let id = 10;
const token = (text: string, part: TokenPart = 'question', logProb = -1): PathToken => ({
  token: id++,
  text,
  part,
  logProb,
});
const texts = (...tokens: PathToken[]): string[] => pathWords(tokens).map(({ text }) => text);

it('joins the tokens of a word, and parts at spaces, punctuation and parts of the pair', () => {
  expect(texts(token('Who'), token(' Kl'), token('itsch'), token('ko'), token('?'))).toEqual([
    'Who',
    ' Klitschko',
    '?',
  ]);
  expect(texts(token('he'), token('', 'separator'), token('he', 'answer'), token('', 'end'))).toEqual([
    'he',
    '',
    'he',
    '',
  ]);
});

it('gives a lone space to the word that follows', () => {
  expect(texts(token('in'), token(' '), token('2004'), token('?'))).toEqual(['in', ' 2004', '?']);
  expect(texts(token('in'), token(' '), token(' '), token('(a'))).toEqual(['in', '  (a']);
});

it('has the same words as the chart: Unicode’s', () => {
  expect(
    texts(token('O'), token("'"), token('Brien'), token(' 90'), token(',0'), token('00'), token('-'), token('year')),
  ).toEqual(["O'Brien", ' 90,000', '-', 'year']);
});

it('keeps the pieces of a character in their word', () => {
  expect(texts(token(' M'), token('\uFFFD'), token('\uFFFD'), token('ller'), token('?'))).toEqual([
    ' M\uFFFD\uFFFDller',
    '?',
  ]);
});

it('multiplies the probabilities of a word’s tokens', () => {
  const [word] = pathWords([token('Kl', 'answer', -1.5), token('itsch', 'answer', -0.25)]);
  expect(word).toMatchObject({ text: 'Klitsch', logProb: -1.75 });
});

it('tells words apart by their tokens, not by their letters', () => {
  const [one] = pathWords([{ ...token('ink'), token: 3 }]);
  const [two] = pathWords([
    { ...token('in'), token: 4 },
    { ...token('k'), token: 5 },
  ]);
  expect(one?.text).toBe(two?.text);
  expect(one?.key).not.toBe(two?.key);
});

import { expect, it } from 'vitest';
import { sentenceKey, sentencesOf } from './sentences.js';

it('cuts a text into its sentences and leaves nothing out', () => {
  const text = 'Nobody was hurt. “He blamed 1.5 m of fog,” Mr Brekke said.\n- One\n- Two';
  const cut = sentencesOf(text).map(({ start, end }) => text.slice(start, end));
  expect(cut).toEqual(['Nobody was hurt. ', '“He blamed 1.5 m of fog,” Mr Brekke said.\n', '- One\n', '- Two']);
});

it.each([
  'The prize went to Mr. Jones.',
  'Dr. Anna Gov. Smith met St. John in Washington.',
  'George W. Bush and J. K. Rowling spoke.',
  'The U.S. Senate voted.',
  'It was written by J. A. Brekke.',
])('does not cut %j at its abbreviations', (text) => {
  expect(sentencesOf(text)).toEqual([{ start: 0, end: text.length }]);
});

it('cuts behind an abbreviation at the end of a line, and behind a word that ends like one', () => {
  const cut = (text: string): string[] => sentencesOf(text).map(({ start, end }) => text.slice(start, end));
  expect(cut('Written by Mr.\nNobody was hurt.')).toEqual(['Written by Mr.\n', 'Nobody was hurt.']);
  expect(cut('He has a Porst. It is red.')).toEqual(['He has a Porst. ', 'It is red.']);
});

it.each([
  ['The talks took place in the U.S. Nobody was hurt.', 'The talks took place in the U.S. '],
  ['The firm has a plan B. Its chairman resigned.', 'The firm has a plan B. '],
  ['He moved to Washington D.C. “He likes it,” she said.', 'He moved to Washington D.C. '],
])('cuts %j behind a capital that ends a sentence', (text, first) => {
  expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([first, text.slice(first.length)]);
});

it.each([
  ['Nobody was hurt.', 'nobody was hurt', true],
  ['- Nobody was hurt;', '“Nobody\nwas hurt!”', true],
  ['It’s ﬁne.', "It's fine", true],
  ['Nobody was hurt.', 'Nobody was badly hurt.', false],
  ['He was hurt.', 'He was hurt?', false],
  ['It rose by 5 %.', 'It rose by 5.', false],
  ['$5 was paid.', '5 was paid.', false],
  ['-5 was measured.', '5 was measured.', false],
])('%j and %j have the same words: %s', (one, other, same) => {
  expect(sentenceKey(one) === sentenceKey(other)).toBe(same);
});

it.each(['', ' \n', '– ', '…'])('finds no word in %j', (text) => {
  expect(sentenceKey(text)).toBe('');
});

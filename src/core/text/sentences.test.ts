import { expect, it } from 'vitest';
import { sentenceKey, sentencesOf } from './sentences.js';

it('cuts a text into its sentences and leaves nothing out', () => {
  const text = 'Nobody was hurt. “He blamed 1.5 m of fog,” Mr Brekke said.\n- One\n- Two';
  const cut = sentencesOf(text).map(({ start, end }) => text.slice(start, end));
  expect(cut).toEqual(['Nobody was hurt. ', '“He blamed 1.5 m of fog,” Mr Brekke said.\n', '- One\n', '- Two']);
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

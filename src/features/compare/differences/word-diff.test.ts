import { expect, it } from 'vitest';
import { differingSpans, wordChanges } from './word-diff.js';

const differing = (text: string, other: string): string[] | undefined =>
  differingSpans(text, other)?.map(({ start, end }) => text.slice(start, end));

it('finds words in their place, and joins words that follow each other', () => {
  const [mle, conseq] = [
    'Anthony Joshua has a chink ahead of his bout with Wladimir Klitschko, says Lewis.',
    'Wladimir Klitschko has a chink ahead of his bout with Anthony Joshua, says Lewis.',
  ];
  expect(differing(conseq, mle)).toEqual(['Wladimir Klitschko', 'Anthony Joshua']);
  expect(differing(mle, mle)).toEqual([]);
  expect(differing('', mle)).toEqual([]);
  expect(differing('One two.', '')).toEqual(['One two.']);
});

it('does not see white space, but the marks around a word', () => {
  expect(differing('One  two\nthree', ' One two three ')).toEqual([]);
  expect(differing('‘One’ two', 'One two')).toEqual(['‘', '’']);
});

it('finds words without spaces between them, and letters of two code units', () => {
  expect(differing('猫が好きです', '犬が好きです')).toEqual(['猫']);
  expect(differing('a 👨‍👩‍👧 b', 'a 👩 b')).toEqual(['👨‍👩‍👧']);
});

it('says what an edit took out and put in', () => {
  expect(wordChanges('He has 48 dogs.', 'He has 47 old dogs.')).toEqual([
    { kind: 'same', text: 'He has ' },
    { kind: 'removed', text: '48 ' },
    { kind: 'added', text: '47 old ' },
    { kind: 'same', text: 'dogs.' },
  ]);
});

it('does not try texts that are longer than the model reads', () => {
  const long = 'word '.repeat(13_000);
  expect(differingSpans(long, 'word')).toBeUndefined();
  expect(wordChanges('word', long)).toBeUndefined();
});

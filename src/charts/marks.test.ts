import { describe, expect, it } from 'vitest';
import { differenceOf, markOfToken, marksOf, widestMark, widestToken } from './marks.js';
import { sketchPair, type Sketch } from './testing/sketch-pair.js';

const plain = (text: string): Sketch => [text, 0.5, 0.5];
const boundary: Sketch = ['', 0.9, 0.8];

describe('marks', () => {
  const pair = sketchPair(
    ['Who', ' has', ' a', ' ch', 'ink', '?'].map(plain),
    boundary,
    [
      [' Anthony', 0.8, 0.01],
      [' Josh', 0.5, 0.2],
      ['ua', 0.4, 0.5],
    ],
    boundary,
  );

  it('joins the tokens of a word and multiplies their probabilities', () => {
    const marks = marksOf(pair, 'word', 'all');
    expect(marks.map(({ text }) => text)).toEqual(['Who', 'has', 'a', 'chink', '?', '', 'Anthony', 'Joshua', '']);
    const joshua = marks[7];
    expect(joshua).toMatchObject({ first: 8, count: 2, part: 'answer' });
    expect(Math.exp(joshua?.summaryLogProb ?? NaN)).toBeCloseTo(0.2, 12); // .5 × .4
    expect(Math.exp(joshua?.sourceLogProb ?? NaN)).toBeCloseTo(0.1, 12); // .2 × .5
  });

  it('differences of all words sum to the score times the number of tokens', () => {
    const total = marksOf(pair, 'word', 'all').reduce((sum, mark) => sum + differenceOf(mark), 0);
    expect(total).toBeCloseTo(pair.quals * 11, 10);
  });

  it('shows tokens one by one, and the answer with the end alone', () => {
    expect(marksOf(pair, 'token', 'answer').map(({ text, first }) => [text, first])).toEqual([
      ['Anthony', 7],
      ['Josh', 8],
      ['ua', 9],
      ['', 10],
    ]);
  });

  it.each<[string, string[], string[]]>([
    ['a clitic stays with its word', ['Joshua', "'s", ' don', "'t"], ["Joshua's", "don't"]],
    ['digits make one number', [' ', '9', '0', ',', '0', '0', '0'], ['90,000']],
    [
      'quotes and hyphens stand alone',
      [' ‘', 'ch', 'ink', '’', ' ten', '-', 'year'],
      ['‘', 'chink', '’', 'ten', '-', 'year'],
    ],
    ['a lone space belongs to what follows', ['a', ' ', ' ', 'b'], ['a', 'b']],
    ['a trailing space is not lost', ['a', ' '], ['a', '']],
    ['Arabic', ['من', ' سي', 'واجه', '؟'], ['من', 'سيواجه', '؟']],
    ['an emoji family is one symbol', ['👨‍', '👩‍', '👧', ' x'], ['👨‍👩‍👧', 'x']],
  ])('%s', (_, tokens, words) => {
    const marks = marksOf(sketchPair(tokens.map(plain), boundary, [], boundary), 'word', 'all');
    expect(marks.filter(({ part }) => part === 'question').map(({ text }) => text)).toEqual(words);
  });

  it('shows a broken character whole as a word and in pieces as tokens', () => {
    const broken = sketchPair([' �', '�', '!'].map(plain), boundary, [], boundary, { question: '🥊!' });
    expect(marksOf(broken, 'word', 'all').map(({ text, count }) => [text, count])).toEqual([
      ['🥊', 2],
      ['!', 1],
      ['', 1],
      ['', 1],
    ]);
    expect(marksOf(broken, 'token', 'all').map(({ text }) => text)).toEqual(['🥊 1/2', '🥊 2/2', '!', '', '']);
  });

  it('never joins across the parts of a pair', () => {
    const joined = sketchPair([plain('a')], boundary, [plain('b')], boundary);
    expect(marksOf(joined, 'word', 'all').map(({ text }) => text)).toEqual(['a', '', 'b', '']);
  });

  it('finds the widest', () => {
    expect(widestToken(pair)).toBe(7);
    expect(widestMark(marksOf(pair, 'word', 'all'))?.text).toBe('Anthony');
    // Without an answer, of all tokens: .8 / .9 at separator and end is the widest, the separator first.
    expect(widestToken(sketchPair([plain('a')], boundary, [], boundary))).toBe(1);
    expect(markOfToken(marksOf(pair, 'word', 'all'), 9)).toBe(7);
    expect(markOfToken(marksOf(pair, 'word', 'answer'), 0)).toBe(-1);
  });
});

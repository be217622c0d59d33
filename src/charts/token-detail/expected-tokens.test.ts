import { describe, expect, it } from 'vitest';
import { expectedTokens } from './expected-tokens.js';
import { gapShare } from './gap-share.js';
import { marksOf } from '../marks.js';
import { sketchPair } from '../testing/sketch-pair.js';

const pair = sketchPair([['Who', 0.5, 0.25]], ['', 0.5, 1], [[' Ann', 0.8, 0.0001]], ['', 0.5, 0.125], {
  others: [
    [' Bob', 0.1, 0.6],
    [' Cy', 0.05, 0.2],
    [' Di', 0.01, 0.1],
    [' Ed', 0.005, 0.05],
    [' Flo', 0.001, 0.04],
  ],
});

describe('expected tokens', () => {
  it('marks the pair’s own token among the likeliest', () => {
    const expected = expectedTokens(pair, 2, 'summary');
    expect(expected.map(({ text, own, rank }) => [text, own, rank])).toEqual([
      [' Ann', true, 1],
      [' Bob', false, 2],
      [' Cy', false, 3],
      [' Di', false, 4],
      [' Ed', false, 5],
    ]);
  });

  it('adds it with its rank if it is not among them', () => {
    const expected = expectedTokens(pair, 2, 'source');
    expect(expected).toHaveLength(6);
    expect(expected[5]).toMatchObject({ text: ' Ann', own: true, rank: 41, logProb: Math.log(0.0001) });
  });

  it('knows separator and end, and gives nothing for no token', () => {
    expect(expectedTokens(pair, 3, 'source')[0]).toMatchObject({ part: 'end', own: true });
    expect(expectedTokens(pair, 9, 'source')).toEqual([]);
  });
});

describe('share of the gap', () => {
  it('counts only tokens that lower the score', () => {
    // ln 2 (Who), −ln 2 (separator, raises), ln 8000 (Ann), ln 4 (end).
    const marks = marksOf(pair, 'word', 'all');
    const lowering = Math.log(2) + Math.log(8000) + Math.log(4);
    expect(marks.map((mark) => gapShare(pair, mark))).toEqual([
      expect.closeTo(Math.log(2) / lowering, 10),
      0,
      expect.closeTo(Math.log(8000) / lowering, 10),
      expect.closeTo(Math.log(4) / lowering, 10),
    ]);
  });

  it('is 0 where nothing lowers the score', () => {
    const level = sketchPair([['Who', 0.5, 0.5]], ['', 0.5, 0.5], [[' Ann', 0.5, 0.5]], ['', 0.5, 0.5]);
    expect(marksOf(level, 'word', 'all').map((mark) => gapShare(level, mark))).toEqual([0, 0, 0, 0]);
  });
});

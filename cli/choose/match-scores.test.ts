import { describe, expect, it } from 'vitest';
import { matchScores, rowKey } from './match-scores.js';

type Id = string | number | null;
const keysOf = (ids: readonly Id[]) => ids.map((id) => rowKey({ id }));
const scoresOf = (pairs: readonly (readonly [Id, number?])[]) =>
  pairs.map(([id, value]) => ({ key: rowKey({ id }), value }));
const match = (ids: readonly Id[], ...pairs: readonly (readonly [Id, number?])[]) =>
  matchScores(keysOf(ids), scoresOf(pairs), 's.jsonl');

describe('matchScores', () => {
  it('goes by the order where it is that of the input, though ids repeat', () => {
    expect(match(['a', 'a', 'b'], ['a', 1], ['a', 2], ['b', 3])).toEqual([1, 2, 3]);
    expect(match(['a', null, 'a'], ['a', 1], [null], ['a', 3])).toEqual([1, undefined, 3]);
  });

  it('gives rows behind the last score none, and lets scores behind the last row be', () => {
    expect(match(['a', 'a', 'b'], ['a', 1])).toEqual([1, undefined, undefined]);
    expect(match(['a', 'a'], ['a', 1], ['a', 2], ['b', 3])).toEqual([1, 2]);
  });

  it('goes by the id in another order', () => {
    expect(match(['a', null, 'b', 'c'], [null], ['b', 2], ['a', 1], [null])).toEqual([1, undefined, 2, undefined]);
  });

  it('takes 1 and "1" for two ids', () => {
    expect(match([1, '1'], ['1', 2], [1, 3])).toEqual([3, 2]);
    expect(() => match([1, 2], ['1', 2], ['2', 3])).toThrow(
      's.jsonl has no row with an id of the input: row 1 is "1", of the input 1. 1 and "1" are two ids.',
    );
  });

  it('tells a reference from the summary that has its id', () => {
    const [summary, reference] = [rowKey({ id: 'a' }), rowKey({ id: 'a', system: 'reference' })];
    const scores = [
      { key: reference, value: 1 },
      { key: summary, value: 2 },
    ];
    expect(matchScores([summary, reference], scores, 's.jsonl')).toEqual([2, 1]);
  });

  it.each<[string, Id[], (readonly [Id, number?])[]]>([
    [
      'of the scores',
      ['b', 'a'],
      [
        ['a', 1],
        ['a', 2],
        ['b', 3],
      ],
    ],
    [
      'of the input',
      ['b', 'a', 'a'],
      [
        ['a', 1],
        ['b', 3],
      ],
    ],
  ])('refuses a repeated id %s in another order', (_, ids, pairs) => {
    expect(() => match(ids, ...pairs)).toThrow('several rows have the id "a", so that only their order tells');
    expect(() => match(ids, ...pairs)).toThrow('row 1 is "a", of the input "b"');
  });

  it('does not mind a repeated id that the input does not have', () => {
    expect(match(['a', 'b'], ['b', 2], ['x', 5], ['x', 6], ['a', 1])).toEqual([1, 2]);
  });
});

import { describe, expect, it } from 'vitest';
import { ancestry, buildTokenTree, groupSequences } from './token-tree.js';

describe('buildTokenTree', () => {
  it('merges beginnings that sequences share', () => {
    const tree = buildTokenTree([[7, 8, 9], [7, 8, 5], [7], []]);
    expect(tree).toEqual({
      tokens: [7, 8, 9, 5],
      parents: [-1, 0, 1, 1],
      depths: [0, 1, 2, 2],
      nodesOf: [[0, 1, 2], [0, 1, 3], [0], []],
    });
  });

  it('keeps equal tokens at different places apart', () => {
    expect(
      buildTokenTree([
        [4, 4],
        [5, 4],
      ]).tokens,
    ).toEqual([4, 4, 5, 4]);
  });
});

describe('ancestry', () => {
  it('lets a node see itself and what stands before it on its own path', () => {
    // 7 ─ 8 ─ 9
    //      └─ 5
    const seen = ancestry(
      buildTokenTree([
        [7, 8, 9],
        [7, 8, 5],
      ]),
    );
    // prettier-ignore
    expect([...seen]).toEqual([
      1, 0, 0, 0,
      1, 1, 0, 0,
      1, 1, 1, 0,
      1, 1, 0, 1,
    ]);
  });
});

describe('groupSequences', () => {
  it('puts common beginnings together and counts them once', () => {
    const sequences = [
      [1, 2, 3],
      [9, 9],
      [1, 2, 4],
      [1, 2, 5],
    ];
    // 1 2 3 + 4 + 5 are five nodes.
    expect(groupSequences(sequences, 5)).toEqual([[0, 2, 3], [1]]);
    expect(groupSequences(sequences, 4)).toEqual([[0, 2], [3], [1]]);
    expect(groupSequences(sequences, 7)).toEqual([[0, 2, 3, 1]]);
  });

  it('lets a sequence longer than the limit stand alone, and loses none', () => {
    expect(groupSequences([[1, 1, 1, 1], [2], []], 2)).toEqual([[2], [0], [1]]);
  });
});

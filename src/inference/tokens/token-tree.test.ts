import { describe, expect, it } from 'vitest';
import { ancestry, groupSequences, TokenTree } from './token-tree.js';

describe('TokenTree', () => {
  it('merges beginnings that sequences share', () => {
    const tree = new TokenTree();
    expect(tree.add([[7, 8, 9], [7, 8, 5], [7], []])).toEqual([[0, 1, 2], [0, 1, 3], [0], []]);
    expect(tree).toMatchObject({ tokens: [7, 8, 9, 5], parents: [-1, 0, 1, 1], depths: [0, 1, 2, 2] });
  });

  it('keeps equal tokens at different places apart', () => {
    const tree = new TokenTree();
    tree.add([
      [4, 4],
      [5, 4],
    ]);
    expect(tree.tokens).toEqual([4, 4, 5, 4]);
  });

  it('adds only missing nodes', () => {
    const tree = new TokenTree();
    tree.add([[7, 8]]);
    expect(tree.add([[7, 8, 9], [7], [6]])).toEqual([[0, 1, 2], [0], [3]]);
    expect(tree).toMatchObject({ tokens: [7, 8, 9, 6], parents: [-1, 0, 1, -1], depths: [0, 1, 2, 0] });
  });
});

describe('ancestry', () => {
  // 7 ─ 8 ─ 9
  //      └─ 5
  const tree = new TokenTree();
  tree.add([
    [7, 8, 9],
    [7, 8, 5],
  ]);

  it('lets a node see itself and its ancestors', () => {
    // prettier-ignore
    expect([...ancestry(tree, 0, 4)]).toEqual([
      1, 0, 0, 0,
      1, 1, 0, 0,
      1, 1, 1, 0,
      1, 1, 0, 1,
    ]);
  });

  it('takes only the rows from `start` to `end`, and no column behind them', () => {
    // prettier-ignore
    expect([...ancestry(tree, 1, 3)]).toEqual([
      1, 1, 0,
      1, 1, 1,
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

  it('puts a sequence longer than the limit in its own group, and loses none', () => {
    expect(groupSequences([[1, 1, 1, 1], [2], []], 2)).toEqual([[2], [0], [1]]);
  });
});

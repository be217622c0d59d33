import { describe, expect, it } from 'vitest';
import { treeMove } from './path-tree-keys.js';
import type { PathNode } from './path-tree-nodes.js';
import { forks, pathRows } from './path-tree-rows.js';

const word = { key: '1', text: 'a', part: 'question', logProb: -1 } as const;
const node = (id: string, children: readonly PathNode[] = [], kept: readonly number[] = []): PathNode => ({
  id,
  words: id === '' ? [] : [word],
  children,
  through: [],
  kept,
  ending: [],
});
// 0 ─ 0.0 ─ 0.0.0, 0.0.1
//   └ 0.1
// 1
const tree = node('', [
  node('0', [node('0.0', [node('0.0.0'), node('0.0.1', [], [3])], [3]), node('0.1')], [3]),
  node('1'),
]);
const ALL = new Set(forks(tree, () => true));
const ids = (open: ReadonlySet<string>): string[] => pathRows(tree, open).map((row) => row.node.id);

describe('rows', () => {
  it('shows what is open, children under their parent', () => {
    expect(ids(ALL)).toEqual(['0', '0.0', '0.0.0', '0.0.1', '0.1', '1']);
    expect(ids(new Set(['0']))).toEqual(['0', '0.0', '0.1', '1']);
    expect(ids(new Set())).toEqual(['0', '1']);
  });

  it('gives level and position, and the lines that continue past a row', () => {
    const rows = pathRows(tree, ALL);
    expect(rows.map(({ level, place, siblings }) => [level, place, siblings])).toEqual([
      [1, 1, 2],
      [2, 1, 2],
      [3, 1, 2],
      [3, 2, 2],
      [2, 2, 2],
      [1, 2, 2],
    ]);
    expect(rows[2]?.rails).toEqual([true, true]);
    expect(rows[4]?.rails).toEqual([true]);
  });

  it('gives a root that has words a row of its own', () => {
    expect(pathRows(node('x', [node('x.0')]), new Set(['x'])).map(({ level }) => level)).toEqual([1, 2]);
  });

  it('finds the forks on the way to kept pairs', () => {
    expect(forks(tree, ({ kept }) => kept.length > 0)).toEqual(['0', '0.0']);
  });
});

describe('keys', () => {
  const rows = pathRows(tree, ALL);
  const move = (key: string, index: number, open: ReadonlySet<string> = ALL) => treeMove(key, rows, index, open);

  it.each([
    ['ArrowDown', 1, 2],
    ['ArrowDown', 5, 5],
    ['ArrowUp', 0, 0],
    ['Home', 4, 0],
    ['End', 1, 5],
    ['ArrowRight', 1, 2],
    ['ArrowLeft', 3, 1],
    ['ArrowLeft', 4, 0],
  ])('%s leads from row %d to row %d', (key, from, to) => {
    expect(move(key, from)).toEqual({ kind: 'focus', index: to });
  });

  it('opens to the right, closes to the left', () => {
    expect(move('ArrowRight', 0, new Set())).toEqual({ kind: 'open' });
    expect(move('ArrowLeft', 1)).toEqual({ kind: 'close' });
    expect(move('ArrowRight', 5)).toBeUndefined();
    expect(move('ArrowLeft', 5)).toBeUndefined();
  });

  it('selects with Enter and space, and ignores other keys', () => {
    expect(move('Enter', 2)).toEqual({ kind: 'choose' });
    expect(move(' ', 2)).toEqual({ kind: 'choose' });
    expect(move('a', 2)).toBeUndefined();
  });
});

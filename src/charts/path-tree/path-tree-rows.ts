/** The visible nodes of the tree, in page order. Pure. */
import type { PathNode } from './path-tree-nodes.js';

export interface PathRow {
  readonly node: PathNode;
  /** From 1. */
  readonly level: number;
  /** Position among its siblings from 1, and their number. */
  readonly place: number;
  readonly siblings: number;
  /** For each level above: whether that ancestor has siblings below it, so that its line continues. */
  readonly rails: readonly boolean[];
}

/** The root's own row if it has words, else those of its children. `open`: ids of nodes with visible children. */
export function pathRows(root: PathNode, open: ReadonlySet<string>): PathRow[] {
  const rows: PathRow[] = [];
  const add = (siblings: readonly PathNode[], rails: readonly boolean[]): void => {
    siblings.forEach((node, index) => {
      const goesOn = index < siblings.length - 1;
      rows.push({ node, level: rails.length + 1, place: index + 1, siblings: siblings.length, rails });
      if (open.has(node.id)) add(node.children, [...rails, goesOn]);
    });
  };
  add(root.words.length > 0 ? [root] : root.children, []);
  return rows;
}

/** Ids of the nodes that have children and pass `wanted`. */
export function forks(root: PathNode, wanted: (node: PathNode) => boolean): string[] {
  const own = root.children.length > 0 && wanted(root) ? [root.id] : [];
  return [...own, ...root.children.flatMap((child) => forks(child, wanted))];
}

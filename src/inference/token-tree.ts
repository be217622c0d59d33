/** Token sequences with their shared beginnings merged: what several sequences have in common is computed once. */
import type { TokenId } from '../core/qagen-model.js';

/** The place before any token: the start token, which stands in the prefix. */
export const ROOT = -1;

export interface TokenTree {
  /** Node i holds `tokens[i]` and continues node `parents[i]` < i, or the root. */
  readonly tokens: readonly TokenId[];
  readonly parents: readonly number[];
  /** Tokens before node i: 0 for a child of the root. */
  readonly depths: readonly number[];
  /** For each sequence, the node of each of its tokens. */
  readonly nodesOf: readonly (readonly number[])[];
}

export function buildTokenTree(sequences: readonly (readonly TokenId[])[]): TokenTree {
  const tokens: TokenId[] = [];
  const parents: number[] = [];
  const depths: number[] = [];
  const children = new Map<string, number>();
  const nodesOf = sequences.map((sequence) => {
    let parent = ROOT;
    return sequence.map((token, depth) => {
      const edge = `${parent} ${token}`;
      let node = children.get(edge);
      if (node === undefined) {
        node = tokens.push(token) - 1;
        parents.push(parent);
        depths.push(depth);
        children.set(edge, node);
      }
      parent = node;
      return node;
    });
  });
  return { tokens, parents, depths, nodesOf };
}

/** [nodes * nodes]: 1 where the column's node is the row's or an ancestor of it. */
export function ancestry({ parents }: TokenTree): Uint8Array {
  const nodes = parents.length;
  const seen = new Uint8Array(nodes * nodes);
  parents.forEach((parent, node) => {
    if (parent !== ROOT) seen.copyWithin(node * nodes, parent * nodes, (parent + 1) * nodes);
    seen[node * nodes + node] = 1;
  });
  return seen;
}

/**
 * Groups of sequences (by index) whose trees hold at most `limit` nodes each; a longer sequence stands alone.
 * Sorted first, so that sequences with a common beginning meet in one group.
 */
export function groupSequences(sequences: readonly (readonly TokenId[])[], limit: number): number[][] {
  const order = sequences.map((_, index) => index).sort((a, b) => compare(sequences[a] ?? [], sequences[b] ?? []));
  const groups: number[][] = [];
  let size = 0;
  let previous: readonly TokenId[] | undefined;
  for (const index of order) {
    const sequence = sequences[index] ?? [];
    const added = sequence.length - (previous ? sharedLength(previous, sequence) : 0);
    const group = groups.at(-1);
    if (group && size + added <= limit) {
      group.push(index);
      size += added;
    } else {
      groups.push([index]);
      size = sequence.length;
    }
    previous = sequence;
  }
  return groups;
}

function sharedLength(a: readonly TokenId[], b: readonly TokenId[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

function compare(a: readonly TokenId[], b: readonly TokenId[]): number {
  const shared = sharedLength(a, b);
  return (a[shared] ?? -1) - (b[shared] ?? -1);
}

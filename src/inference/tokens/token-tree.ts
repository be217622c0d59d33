/** Token sequences with common beginnings merged, so that these are computed once. */
import type { TokenId } from '../../core/qagen-model.js';

/** The node before any token: the start token, which is in the prefix. */
export const ROOT = -1;

/** Node i holds `tokens[i]` and continues node `parents[i]` < i, or the root. */
export class TokenTree {
  readonly tokens: TokenId[] = [];
  readonly parents: number[] = [];
  /** Number of tokens before node i: 0 for a child of the root. */
  readonly depths: number[] = [];
  private readonly children = new Map<string, number>();

  /** Adds missing nodes. Returns for each sequence the node of each of its tokens. */
  add(sequences: readonly (readonly TokenId[])[]): number[][] {
    return sequences.map((sequence) => {
      let parent = ROOT;
      return sequence.map((token) => (parent = this.childOf(parent, token)));
    });
  }

  private childOf(parent: number, token: TokenId): number {
    const edge = `${parent} ${token}`;
    const known = this.children.get(edge);
    if (known !== undefined) return known;
    const node = this.tokens.push(token) - 1;
    this.parents.push(parent);
    this.depths.push(parent === ROOT ? 0 : (this.depths[parent] as number) + 1);
    this.children.set(edge, node);
    return node;
  }
}

/** [end − start, end]: 1 if the column's node is the row's node (`start` is the first) or one of its ancestors. */
export function ancestry({ parents }: Pick<TokenTree, 'parents'>, start: number, end: number): Uint8Array {
  const seen = new Uint8Array((end - start) * end);
  for (let row = start; row < end; row++) {
    for (let node = row; node !== ROOT; node = parents[node] as number) seen[(row - start) * end + node] = 1;
  }
  return seen;
}

/**
 * Groups of sequences (by index) whose trees hold at most `limit` nodes each; a longer sequence forms its own group.
 * Sorted first, so that sequences with a common beginning share a group.
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

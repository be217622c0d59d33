/** Paths of a search with the body graph. */
import type { NextTokens, Paths, TokenId } from '../../core/qagen-model.js';
import { distinctRows } from '../tokens/distinct-rows.js';
import type { Beginnings, PrefixTree, Rows } from '../graphs/body-graph.js';
import { type LikeliestTokens, nextTokens } from '../logits/next-tokens.js';

/** What a step needs besides the chosen tokens. */
interface Search {
  readonly head: LikeliestTokens;
  readonly tree: PrefixTree;
  readonly end: TokenId;
  /** Number of likeliest tokens per path. */
  readonly count: number;
}

/** One path for each of `beginnings`, at least one. */
export async function openPaths(search: Search, beginnings: readonly (readonly TokenId[])[]): Promise<Paths> {
  const { rows, rowOf } = distinctRows(beginnings, (tokens) => tokens.join());
  const begun = await search.tree.openBeginnings(rows);
  try {
    const next = await nextTokens(search.head, begun.hidden, rowOf, search.count, search.end);
    return new OnnxPaths(search, begun, rowOf, next);
  } catch (error) {
    begun.rows.dispose();
    throw error;
  }
}

class OnnxPaths implements Paths {
  /** Tokens of the rows: their beginnings, padded on the right to one width, then one token per step. */
  private readonly rows: Rows;
  private readonly width: number;
  /** Number of tokens in each row's beginning. */
  private lengths: readonly number[];
  private steps = 0;
  private released = false;

  constructor(
    private readonly search: Search,
    begun: Beginnings,
    private rowOf: readonly number[],
    public next: NextTokens,
  ) {
    this.rows = begun.rows;
    this.lengths = begun.lengths;
    this.width = begun.rows.length;
  }

  async advance(parents: readonly number[], tokens: readonly TokenId[]): Promise<NextTokens> {
    if (this.released) throw new Error('These paths were released.');
    const { head, tree, count, end } = this.search;
    const steps = parents.map((parent, path) => ({ parent: at(this.rowOf, parent), token: at(tokens, path) }));
    const { rows, rowOf } = distinctRows(steps, ({ parent, token }) => `${parent} ${token}`);
    const lengths = rows.map(({ parent }) => at(this.lengths, parent));

    const input = {
      tokens: rows.map(({ token }) => [token]),
      positions: lengths.map((length) => [tree.prefix.keyValues.length + length + this.steps]),
      // Padding fills the gap between a short beginning and the steps.
      sees: (row: number, _newToken: number, column: number) => column < at(lengths, row) || column >= this.width,
    };
    const hidden = await this.rows.advance(
      input,
      rows.map(({ parent }) => parent),
    );
    this.lengths = lengths;
    this.rowOf = rowOf;
    this.steps += 1;
    this.next = await nextTokens(head, hidden, rowOf, count, end);
    return this.next;
  }

  release(): void {
    this.released = true;
    this.rows.dispose();
  }
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`No path ${index} of ${list.length}.`);
  return item;
}

/**
 * Reads token sequences after a prefix as one tree: common beginnings are computed once. Teacher forcing uses the tree. Each
 * device opens the beginnings of paths in its own way.
 */
import type { TokenId } from '../../core/qagen-model.js';
import type { Beginnings, PrefixTree, ReadPrefix, Rows } from '../graphs/body-graph.js';
import { TOKENS_PER_RUN } from '../graphs/graphs.js';
import { ancestry, ROOT, TokenTree } from '../tokens/token-tree.js';

/** Above this size a new tree is started: 47 MB of keys and values at 46 kB per token, plus the nodes of one read. */
const MOST_NODES = 1024;

export abstract class ReadTree<R extends Rows> implements PrefixTree {
  private tree = new TokenTree();
  /** One row: all nodes, in order. */
  protected row: R | undefined;
  /** float32 [width] each. */
  private hidden: Float32Array[] = [];

  /** `openRows`: empty rows behind `prefix`. */
  constructor(
    readonly prefix: ReadPrefix,
    readonly width: number,
    protected readonly openRows: () => R,
  ) {}

  get size(): number {
    return this.tree.tokens.length;
  }

  abstract openBeginnings(beginnings: readonly (readonly TokenId[])[]): Promise<Beginnings>;

  async read(sequences: readonly (readonly TokenId[])[]): Promise<readonly (readonly number[])[]> {
    if (this.size > MOST_NODES) this.dispose();
    const nodesOf = this.tree.add(sequences);
    const nodes = this.size;
    try {
      for (let start = this.hidden.length; start < nodes; start += TOKENS_PER_RUN) {
        await this.readNodes(start, Math.min(nodes, start + TOKENS_PER_RUN));
      }
    } catch (error) {
      this.dispose();
      throw error;
    }
    return nodesOf;
  }

  hiddenAt(node: number): Float32Array {
    const hidden = node === ROOT ? this.prefix.startHidden : this.hidden[node];
    if (!hidden) throw new RangeError(`Node ${node} was not read.`);
    return hidden;
  }

  dispose(): void {
    this.row?.dispose();
    this.row = undefined;
    this.tree = new TokenTree();
    this.hidden = [];
  }

  private async readNodes(start: number, end: number): Promise<void> {
    const { tree, prefix, width } = this;
    this.row ??= this.openRows();
    const seen = ancestry(tree, start, end);
    const input = {
      tokens: [tree.tokens.slice(start, end)],
      positions: [tree.depths.slice(start, end).map((depth) => prefix.keyValues.length + depth)],
      sees: (_row: number, newToken: number, column: number) => seen[newToken * end + column] === 1,
    };
    const hidden = await this.row.advance(input, [0]);
    for (let node = 0; node < end - start; node++) this.hidden.push(hidden.subarray(node * width, (node + 1) * width));
  }
}

/**
 * Reads token sequences after a prefix as one tree: common beginnings are computed once. Teacher forcing uses the tree, and paths
 * may begin at any of its nodes.
 */
import type { TokenId } from '../core/qagen-model.js';
import type { BodyGraph, Rows } from './body-graph.js';
import { TOKENS_PER_RUN } from './graphs.js';
import type { ReadPrefix } from './read-text.js';
import { ancestry, ROOT, TokenTree } from './token-tree.js';

/** Above this size a new tree is started: 47 MB of keys and values at 46 kB per token, plus the nodes of one read. */
const MOST_NODES = 1024;

export class ReadTree<Body extends BodyGraph = BodyGraph> {
  private tree = new TokenTree();
  /** One row: all nodes, in order. */
  private row: ReturnType<Body['openRows']> | undefined;
  /** float32 [width] each. */
  private hidden: Float32Array[] = [];

  constructor(
    readonly body: Body,
    readonly prefix: ReadPrefix,
  ) {}

  /** For each sequence, the node of each of its tokens. Nodes are valid until the next read. */
  async read(sequences: readonly (readonly TokenId[])[]): Promise<readonly (readonly number[])[]> {
    if (this.tree.tokens.length > MOST_NODES) this.dispose();
    const nodesOf = this.tree.add(sequences);
    const nodes = this.tree.tokens.length;
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

  /** float32 [width], at a node, or at ROOT: the start token. */
  hiddenAt(node: number): Float32Array {
    const hidden = node === ROOT ? this.prefix.startHidden : this.hidden[node];
    if (!hidden) throw new RangeError(`Node ${node} was not read.`);
    return hidden;
  }

  /** One row per entry of `nodesOf`, with the tokens of these nodes. Without nodes, the rows are empty. */
  fork(this: ReadTree<BodyGraph & { readonly forks: true }>, nodesOf: readonly (readonly number[])[]): Rows {
    if (!this.row || nodesOf.every(({ length }) => length === 0)) return this.body.openRows(this.prefix.keyValues);
    return this.row.fork(nodesOf);
  }

  /** Discards the tree; the next read starts a new one. A second call does nothing. */
  dispose(): void {
    this.row?.dispose();
    this.row = undefined;
    this.tree = new TokenTree();
    this.hidden = [];
  }

  private async readNodes(start: number, end: number): Promise<void> {
    const { tree, prefix, body } = this;
    this.row ??= body.openRows(prefix.keyValues) as ReturnType<Body['openRows']>;
    const seen = ancestry(tree, start, end);
    const input = {
      tokens: [tree.tokens.slice(start, end)],
      positions: [tree.depths.slice(start, end).map((depth) => prefix.keyValues.length + depth)],
      sees: (_row: number, newToken: number, column: number) => seen[newToken * end + column] === 1,
    };
    const hidden = await this.row.advance(input, [0]);
    const { width } = body.architecture;
    for (let node = 0; node < end - start; node++) this.hidden.push(hidden.subarray(node * width, (node + 1) * width));
  }
}

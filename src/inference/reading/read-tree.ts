/**
 * Tokens read behind a prefix as one tree: what several sequences have in common is computed once. Sequences are forced there,
 * and paths may begin at any of its nodes.
 */
import type { TokenId } from '../../core/qagen-model.js';
import type { BodyGraph, Rows } from '../graphs/body-graph.js';
import { TOKENS_PER_RUN } from '../graphs/graphs.js';
import type { ReadPrefix } from './read-text.js';
import { ancestry, ROOT, TokenTree } from '../tokens/token-tree.js';

/** Beyond, a new tree is begun: 47 MB of keys and values at 46 kB a token, and a reading's own nodes. */
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

  /** For each sequence the node of each of its tokens. Nodes hold until the next reading. */
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

  /** float32 [width], at a node or at ROOT: the start token. */
  hiddenAt(node: number): Float32Array {
    const hidden = node === ROOT ? this.prefix.startHidden : this.hidden[node];
    if (!hidden) throw new RangeError(`Node ${node} was not read.`);
    return hidden;
  }

  /** A row for each of `nodesOf`, which has written the tokens of these nodes; of no nodes at all, rows that have written nothing. */
  fork(this: ReadTree<BodyGraph & { readonly forks: true }>, nodesOf: readonly (readonly number[])[]): Rows {
    if (!this.row || nodesOf.every(({ length }) => length === 0)) return this.body.openRows(this.prefix.keyValues);
    return this.row.fork(nodesOf);
  }

  /** What was read is forgotten; reading again begins anew. Calling it twice does nothing. */
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

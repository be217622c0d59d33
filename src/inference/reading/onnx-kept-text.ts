/** A text whose KV cache is kept, with ONNX Runtime, and the prefix for each use. */
import type { SupportHead } from '../../core/first-look/support-head.js';
import type { Checkpoint, KeptText, SpecialTokens, TextPrefix, TokenId } from '../../core/qagen-model.js';
import type { PrefixTree } from '../graphs/body-graph.js';
import type { Graphs, Head } from '../graphs/graphs.js';
import { forceSequences } from './force-sequences.js';
import { openPaths } from './onnx-paths.js';
import { readClaim } from './read-claim.js';
import { Reading } from './read-text.js';

export class OnnxKeptText implements KeptText {
  private readonly reading: Reading;

  constructor(
    private readonly graphs: Graphs,
    private readonly special: SpecialTokens,
    readonly tokens: readonly TokenId[],
    private readonly support?: SupportHead,
  ) {
    this.reading = new Reading(graphs.body, [...tokens, special.start]);
  }

  async read(
    checkpoint: Checkpoint,
    onProgress?: (tokensDone: number, tokensTotal: number) => void,
  ): Promise<TextPrefix> {
    const { body, head } = this.graphs;
    const prefix = await this.reading.finish(checkpoint, onProgress);
    return new OnnxTextPrefix(this.tokens.length, head, body.openTree(prefix), this.special, this.support);
  }

  release(): void {
    this.reading.dispose();
  }
}

class OnnxTextPrefix implements TextPrefix {
  constructor(
    readonly tokenCount: number,
    private readonly head: Head,
    private readonly tree: PrefixTree,
    private readonly special: SpecialTokens,
    private readonly support: SupportHead | undefined,
  ) {}

  openPaths: TextPrefix['openPaths'] = (beginnings, count) =>
    openPaths({ head: this.head, tree: this.tree, end: this.special.end, count }, beginnings);

  forceScore: TextPrefix['forceScore'] = (sequences, alternatives, checkpoint, onProgress) =>
    forceSequences(this.head, this.tree, sequences, alternatives, checkpoint, onProgress);

  readClaim: TextPrefix['readClaim'] = (claim, checkpoint) => {
    if (!this.support) return Promise.reject(new Error('This model has no support head.'));
    return readClaim(this.head, this.tree, this.support, this.special, claim, checkpoint);
  };

  release(): void {
    this.tree.dispose();
  }
}

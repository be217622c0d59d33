/** A text whose KV cache is kept, with ONNX Runtime, and the prefix for each use. */
import type { SupportHead } from '../../core/first-look/support-head.js';
import type { Checkpoint, KeptText, SpecialTokens, TextPrefix, TokenId } from '../../core/qagen-model.js';
import type { PrefixTree, ReadPrefix } from '../graphs/body-graph.js';
import type { Graphs, Head } from '../graphs/graphs.js';
import { forceSequences } from './force-sequences.js';
import { openPaths } from './onnx-paths.js';
import { ClaimReader } from './read-claim.js';
import { Reading } from './read-text.js';

export class OnnxKeptText implements KeptText {
  private readonly reading: Reading;
  private claims: ClaimReader | undefined;

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
    return new OnnxTextPrefix(this.tokens.length, head, body.openTree(prefix), this.special, {
      reader: () => this.claimReader(prefix),
      forget: () => {
        this.forgetClaims();
      },
    });
  }

  release(): void {
    this.forgetClaims();
    this.reading.dispose();
  }

  private claimReader(prefix: ReadPrefix): ClaimReader {
    if (!this.support) throw new Error('This model has no support head.');
    // After a failure the text is read anew: what was read behind the old keys and values is of no use.
    if (this.claims?.tree.prefix.keyValues !== prefix.keyValues) this.forgetClaims();
    this.claims ??= new ClaimReader(this.graphs.head, this.graphs.body.openTree(prefix), this.support, this.special);
    return this.claims;
  }

  private forgetClaims(): void {
    this.claims?.dispose();
    this.claims = undefined;
  }
}

/** What a kept text keeps of its last claims. */
interface KeptClaims {
  reader(): ClaimReader;
  forget(): void;
}

class OnnxTextPrefix implements TextPrefix {
  constructor(
    readonly tokenCount: number,
    private readonly head: Head,
    private readonly tree: PrefixTree,
    private readonly special: SpecialTokens,
    private readonly claims: KeptClaims,
  ) {}

  /** A search needs the memory more than the next edit does. */
  openPaths: TextPrefix['openPaths'] = (beginnings, count) => {
    this.claims.forget();
    return openPaths({ head: this.head, tree: this.tree, end: this.special.end, count }, beginnings);
  };

  forceScore: TextPrefix['forceScore'] = (sequences, alternatives, checkpoint, onProgress) =>
    forceSequences(this.head, this.tree, sequences, alternatives, checkpoint, onProgress);

  readClaim: TextPrefix['readClaim'] = async (claim, checkpoint, isEdit = false) => {
    if (!isEdit) this.claims.forget();
    return this.claims.reader().read(claim, checkpoint);
  };

  release(): void {
    this.tree.dispose();
  }
}

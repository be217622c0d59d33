/** The support head on claims behind one text: one pass of the body, two dot products per token, and the head's log-probabilities. */
import { type ClaimReading, linear, type SupportHead } from '../../core/first-look/support-head.js';
import type { Checkpoint, SpecialTokens, TokenId } from '../../core/qagen-model.js';
import type { PrefixTree } from '../graphs/body-graph.js';
import type { Head } from '../graphs/graphs.js';

/** While a person edits, the tree grows by what changed. From this many claims' length on, it starts anew. */
const MOST_CLAIMS = 4;

/** Keeps what it read: an edited claim is read from its first changed token on. */
export class ClaimReader {
  /** Of a token of a claim, by its own hidden state, which the tree keeps as long as its node. */
  private readonly logProbs = new WeakMap<Float32Array, number>();

  /** `tree`: behind `text <start>`. The reader disposes of it. */
  constructor(
    private readonly head: Head,
    readonly tree: PrefixTree,
    private readonly support: SupportHead,
    private readonly special: Pick<SpecialTokens, 'start'>,
  ) {}

  /** Reads `text <start> <marker> claim <start>`. Hidden states are in CPU memory on every device, so the two linear outputs need no graph. */
  async read(claim: readonly TokenId[], checkpoint: Checkpoint): Promise<ClaimReading> {
    await checkpoint();
    const { tree, support } = this;
    const sequence = [support.marker, ...claim, this.special.start];
    if (tree.size > MOST_CLAIMS * sequence.length) tree.dispose();
    const [nodes = []] = await tree.read([sequence]);
    const states = nodes.map((node) => tree.hiddenAt(node));
    await checkpoint();
    await this.scoreNew(claim, states);
    const own = states.slice(1, -1);
    return {
      tokenLogits: own.map((state) => linear(support.token, state)),
      claimLogit: linear(support.claim, states.at(-1) as Float32Array),
      logProbs: own.map((state) => this.logProbs.get(state) ?? Number.NaN),
    };
  }

  dispose(): void {
    this.tree.dispose();
  }

  /** The marker's state predicts the first token of the claim, each token's state the next one. */
  private async scoreNew(claim: readonly TokenId[], states: readonly Float32Array[]): Promise<void> {
    const places = claim
      .map((_, place) => place)
      .filter((place) => !this.logProbs.has(states[place + 1] as Float32Array));
    if (places.length === 0) return;
    const { width } = this.tree;
    const before = new Float32Array(places.length * width);
    places.forEach((place, row) => {
      before.set(states[place] as Float32Array, row * width);
    });
    const wanted = places.map((place) => [claim[place] as TokenId]);
    const scores = await this.head.score(before, wanted, 0);
    places.forEach((place, row) => {
      this.logProbs.set(states[place + 1] as Float32Array, scores[row]?.[0]?.logProb ?? Number.NaN);
    });
  }
}

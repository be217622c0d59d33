/** Teacher forcing of many sequences on one prefix, as a token tree. */
import type { Checkpoint, ForcedSequence, ForcedToken, TokenId } from '../../core/qagen-model.js';
import type { PrefixTree } from '../graphs/body-graph.js';
import { type Head, TOKENS_PER_RUN } from '../graphs/graphs.js';
import { groupSequences, ROOT } from '../tokens/token-tree.js';

/** Results in the order of `sequences`. Memory is bounded for any number of sequences and any prefix length. */
export async function forceSequences(
  head: Head,
  tree: PrefixTree,
  sequences: readonly (readonly TokenId[])[],
  alternatives: number,
  checkpoint: Checkpoint,
  onProgress?: (sequencesDone: number) => void,
): Promise<ForcedSequence[]> {
  const forced = new Array<ForcedSequence>(sequences.length);
  // The last token of a sequence is predicted; it is not fed.
  const read = sequences.map((sequence) => sequence.slice(0, -1));
  let done = 0;
  for (const group of groupSequences(read, TOKENS_PER_RUN)) {
    await checkpoint();
    const nodesOf = await tree.read(group.map((index) => read[index] ?? []));
    const places = group.map((index, member) =>
      (sequences[index] ?? []).map((token, place) => ({ token, node: nodesOf[member]?.[place - 1] ?? ROOT })),
    );
    const scored = await scorePlaces(head, tree, places, alternatives);
    group.forEach((index, member) => (forced[index] = scored[member] ?? []));
    onProgress?.((done += group.length));
  }
  return forced;
}

/** A token and its parent node. */
interface Place {
  readonly token: TokenId;
  readonly node: number;
}

async function scorePlaces(
  head: Head,
  tree: PrefixTree,
  sequences: readonly (readonly Place[])[],
  alternatives: number,
): Promise<ForcedToken[][]> {
  const wanted = new Map<number, Set<TokenId>>();
  for (const { token, node } of sequences.flat()) wanted.set(node, (wanted.get(node) ?? new Set()).add(token));
  const nodes = [...wanted.keys()];
  const { width } = tree;
  const hidden = new Float32Array(nodes.length * width);
  nodes.forEach((node, row) => {
    hidden.set(tree.hiddenAt(node), row * width);
  });

  const scored = await head.score(
    hidden,
    nodes.map((node) => [...(wanted.get(node) ?? [])]),
    alternatives,
  );
  const scores = new Map(nodes.map((node, row) => [node, new Map(scored[row]?.map((entry) => [entry.token, entry]))]));

  return sequences.map((places) =>
    places.map(({ token, node }) => {
      const score = scores.get(node)?.get(token);
      if (!score) throw new RangeError(`Token ${token} after node ${node} was not scored.`);
      return score;
    }),
  );
}

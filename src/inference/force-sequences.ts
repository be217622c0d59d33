/** Teacher forcing of many sequences on one prefix: their tree as one row, masked so that a node sees its ancestors. */
import type { Checkpoint, ForcedSequence, ForcedToken, TokenId } from '../core/qagen-model.js';
import { type Graphs, TOKENS_PER_RUN } from './graphs.js';
import type { KeyValues } from './key-values.js';
import type { ReadPrefix } from './read-text.js';
import { TokenScoring } from './score-tokens.js';
import { ancestry, buildTokenTree, groupSequences, ROOT, type TokenTree } from './token-tree.js';

/** Results in the order of `sequences`. Memory is bounded whatever their number and the prefix's length. */
export async function forceSequences(
  graphs: Graphs,
  prefix: ReadPrefix,
  sequences: readonly (readonly TokenId[])[],
  alternatives: number,
  checkpoint: Checkpoint,
  onProgress?: (sequencesDone: number) => void,
): Promise<ForcedSequence[]> {
  const forced = new Array<ForcedSequence>(sequences.length);
  // The last token of a sequence is predicted, never read.
  const read = sequences.map((sequence) => sequence.slice(0, -1));
  let done = 0;
  for (const group of groupSequences(read, TOKENS_PER_RUN)) {
    await checkpoint();
    const tree = buildTokenTree(group.map((index) => read[index] ?? []));
    const scored = await forceTree(
      graphs,
      prefix,
      tree,
      group.map((index) => sequences[index] ?? []),
      alternatives,
    );
    group.forEach((index, place) => (forced[index] = scored[place] ?? []));
    onProgress?.((done += group.length));
  }
  return forced;
}

async function forceTree(
  { body, head }: Graphs,
  { keyValues, startHidden }: ReadPrefix,
  tree: TokenTree,
  sequences: readonly (readonly TokenId[])[],
  alternatives: number,
): Promise<ForcedToken[][]> {
  const hidden = tree.tokens.length === 0 ? new Float32Array() : await readTree(body, keyValues, tree);

  const wanted = tokensAfter(tree, sequences);
  const places = [...wanted.keys()];
  const { width, vocabulary } = body.architecture;
  const hiddenAtPlaces = new Float32Array(places.length * width);
  places.forEach((node, row) => {
    const at = node === ROOT ? startHidden : hidden.subarray(node * width, (node + 1) * width);
    hiddenAtPlaces.set(at, row * width);
  });

  const scores = new Map<number, Map<TokenId, ForcedToken>>();
  const scoring = new TokenScoring(alternatives, vocabulary);
  await head.run(hiddenAtPlaces, (row, logits) => {
    const node = places[row] ?? ROOT;
    const scored = scoring.score(wanted.get(node) ?? [], logits);
    scores.set(node, new Map(scored.map((entry) => [entry.token, entry])));
  });

  return sequences.map((sequence, index) =>
    sequence.map((token, place) => {
      const score = scores.get(nodeBefore(tree, index, place))?.get(token);
      if (!score) throw new RangeError(`Token ${place} of sequence ${index} was not scored.`);
      return score;
    }),
  );
}

/** float32 [nodes, width]. */
async function readTree(body: Graphs['body'], prefix: KeyValues, tree: TokenTree): Promise<Float32Array> {
  const nodes = tree.tokens.length;
  const seen = ancestry(tree);
  return body.readOnce(prefix, {
    tokens: [tree.tokens],
    positions: [tree.depths.map((depth) => prefix.length + depth)],
    sees: (_row, node, column) => seen[node * nodes + column] === 1,
  });
}

/** For each node after which a token is scored, those tokens. */
function tokensAfter(tree: TokenTree, sequences: readonly (readonly TokenId[])[]): Map<number, Set<TokenId>> {
  const wanted = new Map<number, Set<TokenId>>();
  sequences.forEach((sequence, index) =>
    sequence.forEach((token, place) => {
      const node = nodeBefore(tree, index, place);
      wanted.set(node, (wanted.get(node) ?? new Set()).add(token));
    }),
  );
  return wanted;
}

function nodeBefore(tree: TokenTree, sequence: number, place: number): number {
  return tree.nodesOf[sequence]?.[place - 1] ?? ROOT;
}

/** Opens paths: reads the given beginnings after a text's prefix, one row each. */
import type { TokenId } from '../core/qagen-model.js';
import { causal } from './attention-mask.js';
import type { BodyGraph, ForkingBodyGraph, Rows } from './body-graph.js';
import { TOKENS_PER_RUN } from './graphs.js';
import type { ReadPrefix } from './read-text.js';
import type { ReadTree } from './read-tree.js';
import { ROOT } from './token-tree.js';

export interface Beginnings {
  readonly lengths: readonly number[];
  /** Width of the longest beginning; shorter ones are padded on the right. */
  readonly rows: Rows;
  /** float32 [rows, width], at the last token of each beginning, or at the start token if it is empty. */
  readonly hidden: Float32Array;
}

/** Any token: the padding is masked. */
const PADDING: TokenId = 0;

/** At least one beginning. */
export function readBeginnings(tree: ReadTree, beginnings: readonly (readonly TokenId[])[]): Promise<Beginnings> {
  return isForking(tree) ? fromTree(tree, beginnings) : asRows(tree.body, tree.prefix, beginnings);
}

function isForking(tree: ReadTree): tree is ReadTree<ForkingBodyGraph> {
  return tree.body.forks;
}

/** Reads each distinct token once, and reuses teacher-forced ones. */
async function fromTree(
  tree: ReadTree<ForkingBodyGraph>,
  beginnings: readonly (readonly TokenId[])[],
): Promise<Beginnings> {
  const { width } = tree.body.architecture;
  const nodesOf = await tree.read(beginnings);
  const hidden = new Float32Array(beginnings.length * width);
  nodesOf.forEach((nodes, row) => {
    hidden.set(tree.hiddenAt(nodes.at(-1) ?? ROOT), row * width);
  });
  return { lengths: beginnings.map(({ length }) => length), rows: tree.fork(nodesOf), hidden };
}

/** If keys and values stay on the device: all rows at once, which is cheap on a GPU. */
async function asRows(
  body: BodyGraph,
  { keyValues: prefix, startHidden }: ReadPrefix,
  beginnings: readonly (readonly TokenId[])[],
): Promise<Beginnings> {
  const lengths = beginnings.map(({ length }) => length);
  const longest = Math.max(...lengths);
  const { width } = body.architecture;
  const lastHidden = new Float32Array(beginnings.length * width);
  for (let row = 0; row < beginnings.length; row++) lastHidden.set(startHidden, row * width);

  const columnsPerRun = Math.max(1, Math.floor(TOKENS_PER_RUN / beginnings.length));
  const rows = body.openRows(prefix);
  try {
    for (let start = 0; start < longest; start += columnsPerRun) {
      const columns = Array.from({ length: Math.min(columnsPerRun, longest - start) }, (_, place) => start + place);
      const input = {
        tokens: beginnings.map((tokens) => columns.map((column) => tokens[column] ?? PADDING)),
        positions: beginnings.map(() => columns.map((column) => prefix.length + column)),
        sees: causal(start),
      };
      const hidden = await rows.advance(
        input,
        beginnings.map((_, row) => row),
      );
      lengths.forEach((length, row) => {
        const place = length - 1 - start;
        if (place < 0 || place >= columns.length) return;
        const from = (row * columns.length + place) * width;
        lastHidden.set(hidden.subarray(from, from + width), row * width);
      });
    }
  } catch (error) {
    rows.dispose();
    throw error;
  }
  return { lengths, rows, hidden: lastHidden };
}

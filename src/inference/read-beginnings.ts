/** Reading the given beginnings of paths, one row each, behind a text's prefix. */
import type { TokenId } from '../core/qagen-model.js';
import { causal } from './attention-mask.js';
import type { BodyGraph } from './body-graph.js';
import { TOKENS_PER_RUN } from './graphs.js';
import type { KeyValues } from './key-values.js';
import type { ReadPrefix } from './read-text.js';

export interface Beginnings {
  readonly lengths: readonly number[];
  /** As long as the longest beginning: shorter ones are padded at the right. Undefined where all are empty. */
  readonly past: KeyValues | undefined;
  /** float32 [rows, width], at the last token of each beginning; at the start token where it is empty. */
  readonly hidden: Float32Array;
}

/** What stands in the padding does not matter: nothing sees it. */
const PADDING: TokenId = 0;

export async function readBeginnings(
  body: BodyGraph,
  { keyValues: prefix, startHidden }: ReadPrefix,
  beginnings: readonly (readonly TokenId[])[],
): Promise<Beginnings> {
  const rows = beginnings.length;
  const lengths = beginnings.map(({ length }) => length);
  const longest = Math.max(...lengths);
  const { width } = body.architecture;
  const lastHidden = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++) lastHidden.set(startHidden, row * width);

  const columnsPerRun = Math.max(1, Math.floor(TOKENS_PER_RUN / rows));
  let past: KeyValues | undefined;
  try {
    for (let start = 0; start < longest; start += columnsPerRun) {
      const columns = Array.from({ length: Math.min(columnsPerRun, longest - start) }, (_, place) => start + place);
      const { hidden, present } = await body.run({
        tokens: beginnings.map((tokens) => columns.map((column) => tokens[column] ?? PADDING)),
        positions: beginnings.map(() => columns.map((column) => prefix.length + column)),
        prefix,
        past,
        parents: beginnings.map((_, row) => (past ? row : 0)),
        sees: causal(start),
      });
      past?.dispose();
      past = present;
      lengths.forEach((length, row) => {
        const place = length - 1 - start;
        if (place < 0 || place >= columns.length) return;
        const from = (row * columns.length + place) * width;
        lastHidden.set(hidden.subarray(from, from + width), row * width);
      });
    }
  } catch (error) {
    past?.dispose();
    throw error;
  }
  return { lengths, past, hidden: lastHidden };
}

/** A tree on a GPU: its keys and values stay on the device, so that the beginnings of paths are read separately. */
import type { TokenId } from '../../core/qagen-model.js';
import { causal } from '../graphs/attention-mask.js';
import type { Beginnings, Rows } from '../graphs/body-graph.js';
import { TOKENS_PER_RUN } from '../graphs/graphs.js';
import { ReadTree } from '../reading/read-tree.js';

/** Any token: the padding is masked. */
const PADDING: TokenId = 0;

export class GpuTree extends ReadTree<Rows> {
  /** Reads all rows at once, which is cheap on a GPU. */
  override async openBeginnings(beginnings: readonly (readonly TokenId[])[]): Promise<Beginnings> {
    const lengths = beginnings.map(({ length }) => length);
    const longest = Math.max(...lengths);
    const { width } = this;
    const { keyValues, startHidden } = this.prefix;
    const lastHidden = new Float32Array(beginnings.length * width);
    for (let row = 0; row < beginnings.length; row++) lastHidden.set(startHidden, row * width);

    const columnsPerRun = Math.max(1, Math.floor(TOKENS_PER_RUN / beginnings.length));
    const rows = this.openRows();
    try {
      for (let start = 0; start < longest; start += columnsPerRun) {
        const columns = Array.from({ length: Math.min(columnsPerRun, longest - start) }, (_, place) => start + place);
        const input = {
          tokens: beginnings.map((tokens) => columns.map((column) => tokens[column] ?? PADDING)),
          positions: beginnings.map(() => columns.map((column) => keyValues.length + column)),
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
}

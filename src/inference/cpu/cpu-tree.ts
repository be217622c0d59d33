/** A tree on a CPU: its keys and values are in CPU memory, so that paths may begin at any of its nodes. */
import type { TokenId } from '../../core/qagen-model.js';
import type { Beginnings, Rows } from '../graphs/body-graph.js';
import { ReadTree } from '../reading/read-tree.js';
import { ROOT } from '../tokens/token-tree.js';
import type { ForkingRows } from './cpu-rows.js';

export class CpuTree extends ReadTree<ForkingRows> {
  /** Reads each distinct token once, and reuses teacher-forced ones. */
  override async openBeginnings(beginnings: readonly (readonly TokenId[])[]): Promise<Beginnings> {
    const nodesOf = await this.read(beginnings);
    const hidden = new Float32Array(beginnings.length * this.width);
    nodesOf.forEach((nodes, row) => {
      hidden.set(this.hiddenAt(nodes.at(-1) ?? ROOT), row * this.width);
    });
    return { lengths: beginnings.map(({ length }) => length), rows: this.fork(nodesOf), hidden };
  }

  /** One row per entry, with the tokens of these nodes. Without nodes, the rows are empty. */
  private fork(nodesOf: readonly (readonly number[])[]): Rows {
    if (!this.row || nodesOf.every(({ length }) => length === 0)) return this.openRows();
    return this.row.fork(nodesOf);
  }
}

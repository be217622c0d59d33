/** A tree on a CPU: its keys and values are in memory here, so that paths begin at any of its nodes. */
import type { TokenId } from '../../core/qagen-model.js';
import type { Beginnings, Rows } from '../graphs/body-graph.js';
import { ReadTree } from '../reading/read-tree.js';
import { ROOT } from '../tokens/token-tree.js';
import type { ForkingRows } from './cpu-rows.js';

export class CpuTree extends ReadTree<ForkingRows> {
  /** Each token once, and those that were forced before not again. */
  override async openBeginnings(beginnings: readonly (readonly TokenId[])[]): Promise<Beginnings> {
    const nodesOf = await this.read(beginnings);
    const hidden = new Float32Array(beginnings.length * this.width);
    nodesOf.forEach((nodes, row) => {
      hidden.set(this.hiddenAt(nodes.at(-1) ?? ROOT), row * this.width);
    });
    return { lengths: beginnings.map(({ length }) => length), rows: this.fork(nodesOf), hidden };
  }

  /** Rows that have written the tokens of these nodes; of no nodes at all, rows that have written nothing. */
  private fork(nodesOf: readonly (readonly number[])[]): Rows {
    if (!this.row || nodesOf.every(({ length }) => length === 0)) return this.openRows();
    return this.row.fork(nodesOf);
  }
}

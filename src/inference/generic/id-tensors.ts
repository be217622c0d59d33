/** Token ids and masks as tensors for transformers.js. */
import { Tensor } from '@huggingface/transformers';
import type { TokenId } from '../../core/qagen-model.js';

/** int64 [rows, tokens]; `rows` of equal length. */
export function idTensor(rows: readonly (readonly TokenId[])[]): Tensor {
  const ids = BigInt64Array.from(rows.flat(), BigInt);
  return new Tensor('int64', ids, [rows.length, rows[0]?.length ?? 0]);
}

/** int64: a mask of ones. */
export function ones(rows: number, columns: number): Tensor {
  return new Tensor('int64', new BigInt64Array(rows * columns).fill(1n), [rows, columns]);
}

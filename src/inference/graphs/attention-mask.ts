/** The body graph's additive mask: the columns that each new token attends to. */

/** Added to the attention score of a masked column; its weight underflows to exactly 0. */
export const UNSEEN = -1e9;

export interface MaskShape {
  readonly rows: number;
  readonly newTokens: number;
  readonly prefixLength: number;
  /** False for the placeholder that is used before anything has been read. */
  readonly prefixSeen: boolean;
  /** Columns of the rows' own KV cache. */
  readonly pastLength: number;
}

/** Own columns: the cache, then the new tokens. */
export type SeesOwnColumn = (row: number, newToken: number, ownColumn: number) => boolean;

/** float32 [rows, newTokens, prefixLength + pastLength + newTokens]. */
export function attentionMask(shape: MaskShape, sees: SeesOwnColumn): Float32Array {
  const { rows, newTokens, prefixLength, prefixSeen, pastLength } = shape;
  const ownLength = pastLength + newTokens;
  const mask = new Float32Array(rows * newTokens * (prefixLength + ownLength));
  let start = 0;
  for (let row = 0; row < rows; row++) {
    for (let newToken = 0; newToken < newTokens; newToken++) {
      if (!prefixSeen) mask.fill(UNSEEN, start, start + prefixLength);
      start += prefixLength;
      for (let column = 0; column < ownLength; column++) {
        if (!sees(row, newToken, column)) mask[start + column] = UNSEEN;
      }
      start += ownLength;
    }
  }
  return mask;
}

/** Each new token attends to the whole cache, to earlier new tokens, and to itself. */
export function causal(pastLength: number): SeesOwnColumn {
  return (_row, newToken, column) => column <= pastLength + newToken;
}

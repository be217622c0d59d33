/** The body graph's additive mask: which columns each new token sees. */

/** Added to the attention score of a column that is not seen; its weight underflows to exactly 0. */
export const UNSEEN = -1e9;

export interface MaskShape {
  readonly rows: number;
  readonly newTokens: number;
  readonly prefixLength: number;
  /** False for the placeholder that stands where nothing has been read. */
  readonly prefixSeen: boolean;
  /** Columns of the rows' own past. */
  readonly pastLength: number;
}

/** Own columns count from the past's first token on through the new tokens. */
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

/** Each new token sees the whole past, the new tokens before it, and itself. */
export function causal(pastLength: number): SeesOwnColumn {
  return (_row, newToken, column) => column <= pastLength + newToken;
}

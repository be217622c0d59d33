/** The body: tokens in, hidden states out (docs/model-format.md). CPU and GPU implement it, each with its own KV cache. */
import type { TokenId } from '../../core/qagen-model.js';
import type { Architecture } from '../model-files/manifest.js';
import type { SeesOwnColumn } from './attention-mask.js';
import type { KeyValues } from './key-values.js';

export interface BodyGraph {
  readonly architecture: Architecture;
  /** Prefill: appends tokens to the text read so far. Takes ownership of `soFar`: it is disposed of, or becomes part of the result. */
  extendPrefix(tokens: readonly TokenId[], soFar: KeyValues | undefined): Promise<ExtendedPrefix>;
  /** An empty tree behind `prefix`, which the caller owns. */
  openTree(prefix: ReadPrefix): PrefixTree;
  release(): Promise<void>;
}

export interface ExtendedPrefix {
  readonly prefix: KeyValues;
  /** float32 [tokens, width]. */
  readonly hidden: Float32Array;
}

export interface ReadPrefix {
  /** Keys and values of the text and the start token. */
  readonly keyValues: KeyValues;
  /** float32 [width], at the start token. */
  readonly startHidden: Float32Array;
}

/** Reads token sequences after one prefix: sequences for teacher forcing, as one token tree, and the beginnings of paths. */
export interface PrefixTree {
  readonly prefix: ReadPrefix;
  /** Width of a hidden state. */
  readonly width: number;
  /** Nodes that are kept: the next read computes only what they lack. */
  readonly size: number;
  /** For each sequence, the node of each of its tokens. Nodes are valid until the next call of `read` or `openBeginnings`. */
  read(sequences: readonly (readonly TokenId[])[]): Promise<readonly (readonly number[])[]>;
  /**
   * float32 [width], at a node, or at ROOT: the start token. The same array each time, as long as the node is kept. Throws RangeError for a
   * node that was not read.
   */
  hiddenAt(node: number): Float32Array;
  /** Opens one row per beginning, at least one; a beginning may be empty. */
  openBeginnings(beginnings: readonly (readonly TokenId[])[]): Promise<Beginnings>;
  /** Discards the tree; the next read starts a new one. A second call does nothing. */
  dispose(): void;
}

export interface Beginnings {
  readonly lengths: readonly number[];
  /** Width of the longest beginning; shorter ones are padded on the right. */
  readonly rows: Rows;
  /** float32 [rows, width], at the last token of each beginning, or at the start token if it is empty. */
  readonly hidden: Float32Array;
}

/** Rows behind one shared prefix. They do not own the prefix. */
export interface Rows {
  /** Number of tokens in each row. */
  readonly length: number;
  /**
   * Row i continues current row `parents[i]`; before the first token, `parents` has no meaning. Returns float32 [rows,
   * newTokens, width], after the final norm. After a failure the rows can only be disposed of.
   */
  advance(input: RowsInput, parents: readonly number[]): Promise<Float32Array>;
  /** A second call does nothing. */
  dispose(): void;
}

export interface RowsInput {
  /** Rows of equal length, at least one token each. */
  readonly tokens: readonly (readonly TokenId[])[];
  /** Position of each token in the whole sequence; the prefix comes first. */
  readonly positions: readonly (readonly number[])[];
  /** Own columns: tokens of the row, then the new tokens. */
  readonly sees: SeesOwnColumn;
}

/** The body: tokens in, hidden states out (docs/model-format.md). CPU and GPU implement it, each with its own KV cache. */
import type { TokenId } from '../../core/qagen-model.js';
import type { Architecture } from '../model-files/manifest.js';
import type { SeesOwnColumn } from './attention-mask.js';
import type { KeyValues } from './key-values.js';

export interface BodyGraph {
  readonly architecture: Architecture;
  /** Prefill: puts tokens behind what has been read. Takes `soFar` over: it is disposed of, or part of the result. */
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

/** What is read behind one prefix: sequences to force, as one tree of tokens, and the beginnings of paths. */
export interface PrefixTree {
  readonly prefix: ReadPrefix;
  /** Of a hidden state. */
  readonly width: number;
  /** For each sequence the node of each of its tokens. Nodes hold until the next call of `read` or `openBeginnings`. */
  read(sequences: readonly (readonly TokenId[])[]): Promise<readonly (readonly number[])[]>;
  /** float32 [width], at a node or at ROOT: the start token. Throws RangeError for a node that was not read. */
  hiddenAt(node: number): Float32Array;
  /** One row for each beginning, at least one; a beginning may be empty. */
  openBeginnings(beginnings: readonly (readonly TokenId[])[]): Promise<Beginnings>;
  /** Frees what was read; reading again begins anew. Calling it twice does nothing. */
  dispose(): void;
}

export interface Beginnings {
  readonly lengths: readonly number[];
  /** As long as the longest beginning: shorter ones are padded at the right. */
  readonly rows: Rows;
  /** float32 [rows, width], at the last token of each beginning; at the start token where it is empty. */
  readonly hidden: Float32Array;
}

/** Rows that write behind one prefix, which they share and do not own. */
export interface Rows {
  /** Tokens that each row has written. */
  readonly length: number;
  /**
   * Row i continues the present row `parents[i]`; before the first token that says nothing. float32 [rows, newTokens,
   * width], after the final norm. After a failure the rows are of no use but to be disposed of.
   */
  advance(input: RowsInput, parents: readonly number[]): Promise<Float32Array>;
  /** Calling it twice does nothing. */
  dispose(): void;
}

export interface RowsInput {
  /** Rows of equal length, at least one token each. */
  readonly tokens: readonly (readonly TokenId[])[];
  /** Place of each token in the whole sequence, prefix first. */
  readonly positions: readonly (readonly number[])[];
  /** Own columns: what the row has written, then the new tokens. */
  readonly sees: SeesOwnColumn;
}

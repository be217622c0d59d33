/**
 * The port to a QAGen model. `src/inference` implements it with ONNX Runtime; tests implement it by hand.
 * The model is a language model that continues "text, start" with "question, separator, answer, end"
 * (docs/metric.md). The port does not depend on its architecture.
 */

import type { ClaimReading, SupportHead } from './first-look/support-head.js';

export type TokenId = number;

export interface SpecialTokens {
  /** Fed once after the text; never scored, never generated. */
  readonly start: TokenId;
  readonly separator: TokenId;
  readonly end: TokenId;
}

/** Called between steps. Throws `Cancelled` if the person pressed Stop. Yields a macrotask, so that the message can arrive. */
export type Checkpoint = () => Promise<void>;

export interface QAGenModel {
  readonly id: string;
  readonly version: string;
  readonly tokens: SpecialTokens;
  /** In tokens, for text, start, question, separator, answer and end together. */
  readonly contextLength: number;
  /** Special tokens that occur in `text` are plain characters, never special ids. Lone surrogates become U+FFFD. */
  encode(text: string): readonly TokenId[];
  /** Special tokens decode to ''. */
  decode(tokens: readonly TokenId[]): string;
  /**
   * Prefill: compute the keys and values of `text` and the start token once. All paths and teacher-forced sequences share them.
   * `onProgress` counts tokens.
   */
  readText(
    text: readonly TokenId[],
    checkpoint: Checkpoint,
    onProgress?: (tokensDone: number, tokensTotal: number) => void,
  ): Promise<TextPrefix>;
  /** Longest text in tokens whose keys and values may be kept beside other work: what the device's memory allows. */
  readonly mostKeptTokens: number;
  /** Undefined for a model without one. */
  readonly supportHead?: SupportHead | undefined;
  /** The text without tokens: a claim behind it is read without an article. The model keeps it, and releases it with itself. */
  readonly noText: KeptText;
  /** A text that is read once for many uses, such as an article with several summaries. Nothing is read yet. */
  keepText(text: readonly TokenId[]): KeptText;
}

/** The keys and values of one text, shared by all that uses it. Who opened it releases it. */
export interface KeptText {
  /** Without the start token. */
  readonly tokens: readonly TokenId[];
  /**
   * Prefill of what is not read yet: after a stop it goes on where it stood. Releasing the prefix keeps what was read. One
   * call at a time; throws where another is under way, and once the text is released.
   */
  read(checkpoint: Checkpoint, onProgress?: (tokensDone: number, tokensTotal: number) => void): Promise<TextPrefix>;
  /** Free the keys and values; no prefix of it may be in use. Calling it twice does nothing. */
  release(): void;
}

export interface TextPrefix {
  /** Number of tokens of the text, without the start token. */
  readonly tokenCount: number;
  /**
   * Open one path for each beginning (often one empty beginning: the start of a search). Beginnings may have different lengths.
   * `count`: how many of the likeliest tokens to return for each path at each step.
   */
  openPaths(beginnings: readonly (readonly TokenId[])[], count: number): Promise<Paths>;
  /** Teacher forcing: positional scores of each token of each sequence, with the `alternatives` likeliest tokens at each position. */
  forceScore(
    sequences: readonly (readonly TokenId[])[],
    alternatives: number,
    checkpoint: Checkpoint,
    onProgress?: (sequencesDone: number) => void,
  ): Promise<readonly ForcedSequence[]>;
  /**
   * One pass of the support head on a claim after this text. Rejects if the model has no support head. `isEdit`: the beginning that this claim
   * shares with the last ones is not read again, if the text is a kept one and no paths were opened since. The last digits then
   * depend on these claims; without it, they do not.
   */
  readClaim(claim: readonly TokenId[], checkpoint: Checkpoint, isEdit?: boolean): Promise<ClaimReading>;
  /** Free the KV cache, except that of a kept text. A second call does nothing. */
  release(): void;
}

/** Result of one decoding step: the likeliest next tokens of each path. */
export interface NextTokens {
  readonly paths: number;
  /** Number of tokens per path, the same for all. */
  readonly count: number;
  /** [paths * count], per path in descending order of log-probability; ties: the smaller id first. */
  readonly tokens: Int32Array;
  /** [paths * count], natural log-probability over the whole vocabulary. */
  readonly logProbs: Float64Array;
  /** [paths], log-probability of the end token. The longest paths are forced to take it at any rank. */
  readonly endLogProbs: Float64Array;
}

export interface Paths {
  /** Next tokens of the current paths. */
  readonly next: NextTokens;
  /** New path i continues current path `parents[i]` with `tokens[i]`. The number of paths may change. */
  advance(parents: readonly number[], tokens: readonly TokenId[]): Promise<NextTokens>;
  release(): void;
}

export interface ForcedToken {
  readonly token: TokenId;
  /** Natural log-probability given the text and the tokens before it. */
  readonly logProb: number;
  /** 1 for the likeliest token at this position. */
  readonly rank: number;
  readonly alternatives: readonly { readonly token: TokenId; readonly logProb: number }[];
}

export type ForcedSequence = readonly ForcedToken[];

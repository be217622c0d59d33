/** The result of a run: plain data, so that the page, the storage and the exports use it unchanged. */
import type { FirstLook } from './first-look/first-look.js';
import type { Protocol } from './protocol.js';
import type { ForcedSequence, TokenId } from './qagen-model.js';

export type TokenPart = 'question' | 'separator' | 'answer' | 'end';

export interface Alternative {
  readonly token: TokenId;
  readonly text: string;
  readonly logProb: number;
}

/** One token of a pair, teacher-forced given both texts. Log-probabilities are natural. */
export interface TokenScore {
  readonly token: TokenId;
  /** The token decoded alone; '' for separator and end. */
  readonly text: string;
  readonly part: TokenPart;
  readonly summaryLogProb: number;
  readonly sourceLogProb: number;
  readonly summaryRank: number;
  readonly sourceRank: number;
  /** The five likeliest tokens at this position given each text. */
  readonly summaryAlternatives: readonly Alternative[];
  readonly sourceAlternatives: readonly Alternative[];
}

/** A QA pair as the search wrote it. */
export interface GeneratedPair {
  /** Ids of question, separator, answer and end; these are scored. */
  readonly tokens: readonly TokenId[];
  /** Log-probability of each token given the summary, without the search's penalties. */
  readonly logProbs: readonly number[];
  /** The same with ranks and alternatives, as teacher forcing would give. Missing if the search did not see a token's rank. */
  readonly forced?: ForcedSequence | undefined;
  /** Cumulative log-probability with diversity penalties (`uns`), and its mean over tokens (`ns`). */
  readonly generationScore: number;
  readonly generationMean: number;
}

/** UTF-16 offsets into a text as it was given, before it was normalised; end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface SpanLogProb extends Span {
  /** Natural logarithm of a probability: 0 or below. */
  readonly logProb: number;
}

/** The model's own likeliest answer to a question, given one text. */
export interface ModelAnswer {
  readonly text: string;
  /** Sum of the log-probabilities of the answer's tokens and the end token. */
  readonly logProb: number;
  /** Where the answer occurs in that text as whole words; empty if it does not. */
  readonly spans: readonly Span[];
}

export interface ScoredPair {
  readonly question: string;
  readonly answer: string;
  readonly tokens: readonly TokenScore[];
  /** Mean positional score over all tokens, the end token included. */
  readonly summaryMean: number;
  readonly sourceMean: number;
  /** sourceMean − (matched: summaryMean, released: generationMean). Below 0: less likely given the article. */
  readonly quals: number;
  /** Mean of sourceLogProb − summaryLogProb over answer tokens only (without separator and end). */
  readonly answerGap: number;
  readonly generationScore: number;
  readonly generationMean: number;
  /** Where the answer occurs in the summary; as whole words if the protocol requires it. */
  readonly answerSpans: readonly Span[];
  readonly sourceAnswer: ModelAnswer;
  readonly summaryAnswer: ModelAnswer;
}

export type DropReason = 'no-separator' | 'answer-not-in-summary' | 'duplicate-question' | 'over-cap';

export interface DroppedPair {
  readonly question: string;
  readonly answer: string;
  readonly generationMean: number;
  readonly reason: DropReason;
}

/** One token of a path, with its log-probability given the summary and the path before it. */
export interface PathToken {
  readonly token: TokenId;
  /** The token decoded alone; '' for separator and end. */
  readonly text: string;
  /** Before, at or after the first separator; `end` for the end token. */
  readonly part: TokenPart;
  readonly logProb: number;
}

/** A finished path of the search and its outcome. */
export interface WrittenPath {
  readonly tokens: readonly PathToken[];
  readonly fate: 'kept' | DropReason;
}

/** Wall-clock milliseconds of each phase. */
export interface PhaseTimes {
  readonly readSummary: number;
  readonly writePairs: number;
  readonly readSource: number;
  readonly forceScore: number;
  readonly answer: number;
}

export interface RunFacts {
  readonly protocol: Protocol;
  readonly model: { readonly id: string; readonly version: string };
  /** Version of the recipe that normalised both texts. Missing in results from before there was one: 0. */
  readonly normalisation?: number;
  readonly summaryTokens: number;
  readonly sourceTokens: number;
  readonly pairsWritten: number;
  /** All paths of the search, best first. Missing in results of versions that did not store paths. */
  readonly paths?: readonly WrittenPath[];
  readonly times: PhaseTimes;
  /** What the support head says. Offsets are in the summary as it was given. */
  readonly firstLook?: FirstLook;
  /** Further measures of the same summary, by name (core/measures/measures.ts). */
  readonly measures?: Readonly<Record<string, number>>;
  /** Log p of each token of the summary given the article. Offsets are in the summary as it was given. */
  readonly summaryTokenLogProbs?: readonly SpanLogProb[];
}

export interface Scored extends RunFacts {
  readonly kind: 'scored';
  /** Mean over kept pairs. */
  readonly quals: number;
  readonly answerGap: number;
  /** Worst first. */
  readonly pairs: readonly ScoredPair[];
  readonly dropped: readonly DroppedPair[];
}

/** No pair was kept. There is no number. */
export interface Unscorable extends RunFacts {
  readonly kind: 'unscorable';
  readonly dropped: readonly DroppedPair[];
}

export interface Cancelled {
  readonly kind: 'cancelled';
}

export type ScoreResult = Scored | Unscorable | Cancelled;

/** The benchmark's requests to its page. All measurements run in the page's worker. */
import type { PhaseTimes } from '../../src/core/score.js';

interface OpenRequest {
  /** Absolute URL of the model's folder. */
  readonly modelUrl: string;
  readonly device: 'wasm' | 'webgpu';
  readonly threads: number;
}

export interface ScoreRequest {
  readonly source: string;
  readonly summary: string;
  /** Each text is cut to this number of tokens; shorter texts are not changed. */
  readonly sourceTokens: number;
  readonly summaryTokens: number;
  readonly paths: number;
}

export interface Scoring {
  /** NaN if no pair was kept. */
  readonly quals: number;
  readonly sourceTokens: number;
  readonly summaryTokens: number;
  readonly paths: number;
  readonly pairsKept: number;
  readonly milliseconds: number;
  readonly times: PhaseTimes;
  readonly steps: number;
  /** Per step, without the first one. */
  readonly millisecondsPerStep: number;
  readonly bytesToJsPerStep: number;
  readonly bytesFromJsPerStep: number;
}

export interface LookTimes {
  readonly sourceTokens: number;
  readonly summaryTokens: number;
  /** False for an article that is too long to keep: each look reads it again. */
  readonly articleKept: boolean;
  /** Milliseconds from both texts to the first marks, the reading of the article included. */
  readonly paste: number;
  /** Milliseconds from a summary with another word in its middle to its marks; median. */
  readonly edit: number;
  /** The same with another first word, after which nothing can be kept; median. */
  readonly firstWord: number;
  /** Milliseconds of a full score that has read nothing before. */
  readonly score: number;
}

export interface Bench {
  /** Milliseconds from the files in memory to a warm model. Once per worker. */
  open(request: OpenRequest): Promise<number>;
  score(request: ScoreRequest): Promise<Scoring>;
  /** A first look, `edits` looks at edited summaries, and a full score of the same texts. Throws for a model without a support head. */
  look(request: ScoreRequest, edits: number): Promise<LookTimes>;
  /** Median milliseconds of all matrix products of one step of `rows` paths, head included, and nothing else. */
  bareProducts(graphUrl: string, threads: number, rows: number, runs: number): Promise<number>;
}

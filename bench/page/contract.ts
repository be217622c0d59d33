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

export interface Bench {
  /** Milliseconds from the files in memory to a warm model. Once per worker. */
  open(request: OpenRequest): Promise<number>;
  score(request: ScoreRequest): Promise<Scoring>;
  /** Median milliseconds of all matrix products of one step of `rows` paths, head included, and nothing else. */
  bareProducts(graphUrl: string, threads: number, rows: number, runs: number): Promise<number>;
}

/** The contract between page and worker: types only, owned by neither side. */
import type { Outcome } from './errors.js';
import type { FirstLook } from './first-look/first-look.js';
import type { FirstLookRequest } from './first-look/take-first-look.js';
import type { Protocol } from './protocol.js';
import type { ScoreResult } from './score.js';

export type Device = 'webgpu' | 'wasm';

/** A model that a worker may load. */
export interface OfferedModel {
  /** Absolute URL of the folder with manifest.json. A worker does not know the page's base. */
  readonly url: string;
  /** Where it runs; everywhere if missing. */
  readonly devices?: readonly Device[] | undefined;
  /** Bytes of memory that it needs, by device; unknown if missing. */
  readonly memory?: Readonly<Partial<Record<Device, number>>> | undefined;
}

export interface LoadRequest {
  /** The preferred one first. The worker loads the first that its device can run. */
  readonly models: readonly OfferedModel[];
  /** `auto`: WebGPU where it passes the self-check, else WASM. */
  readonly device: Device | 'auto';
}

/** A device that was tried and not used, and why. The page says it. */
export interface RefusedDevice {
  readonly device: string;
  readonly reason: string;
}

export interface LoadedModel {
  readonly id: string;
  readonly version: string;
  readonly device: Device;
  /** For instance "Apple M2" or "2 threads". */
  readonly deviceDetail: string;
  readonly threads: number;
  readonly refused: readonly RefusedDevice[];
  /** Of its files and of the runtime. */
  readonly bytes: number;
  /** Longest text in tokens that can be scored. */
  readonly textLimit: number;
  /** True where the files lie in storage, so that the next load needs no network. */
  readonly stored: boolean;
  /** True for a model with a support head. */
  readonly firstLook: boolean;
  /** Stored files that were found damaged and fetched anew: each with what was wrong with it. */
  readonly repaired: readonly string[];
}

export type LoadProgress =
  | {
      readonly phase: 'download';
      readonly bytesDone: number;
      readonly bytesTotal: number;
      readonly fromStorage: boolean;
    }
  | { readonly phase: 'prepare' }
  | { readonly phase: 'warm-up' }
  | { readonly phase: 'self-check' };

export interface ScoreRequest {
  readonly source: string;
  readonly summary: string;
  readonly protocol: Protocol;
}

/** A pair as soon as the search finishes it, for the page to show while it waits. */
export interface WrittenPair {
  readonly question: string;
  readonly answer: string;
  readonly inSummary: boolean;
}

export type ScoreProgress =
  | { readonly phase: 'read-summary'; readonly tokensDone: number; readonly tokensTotal: number }
  | {
      readonly phase: 'write-pairs';
      readonly step: number;
      readonly maxSteps: number;
      readonly finished: number;
      readonly paths: number;
      /** Pairs that finished at this step. */
      readonly written: readonly WrittenPair[];
    }
  | { readonly phase: 'keep-pairs'; readonly kept: number; readonly written: number }
  | { readonly phase: 'read-source'; readonly tokensDone: number; readonly tokensTotal: number }
  | { readonly phase: 'force-score'; readonly pairsDone: number; readonly pairsTotal: number }
  | { readonly phase: 'answer'; readonly pairsTotal: number };

/**
 * Progress callbacks are advisory and unordered against the returned value, which is complete.
 * `cancel` stops the running `score` at the next step; it then returns a value of kind `cancelled`.
 */
export interface Scorer {
  load(request: LoadRequest, onProgress: (progress: LoadProgress) => void): Promise<Outcome<LoadedModel>>;
  score(request: ScoreRequest, onProgress: (progress: ScoreProgress) => void): Promise<Outcome<ScoreResult>>;
  /**
   * Reads an article before it is asked for, while the person still edits the summary. It is kept for every summary of that
   * article, until another is read or scored. Gives way to everything else, and a score goes on where it stood. Without
   * effect where no model is loaded or a score is under way.
   */
  readAhead(source: string): Promise<Outcome<null>>;
  /**
   * The support head's marks, in the background as `readAhead`: it gives way to everything else. Null where it was stopped, where the
   * model has no support head, and while a load or score is under way.
   */
  firstLook(request: FirstLookRequest): Promise<Outcome<FirstLook | null>>;
  /** Tokens of the normalised text under the loaded model, for the page's counters and for cutting long articles. */
  countTokens(text: string): Promise<Outcome<number>>;
  /** Network requests that the worker has made since it started: the page says how many fell into a run. */
  countRequests(): Promise<number>;
  cancel(): Promise<void>;
}

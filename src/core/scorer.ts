/** The contract between page and worker: types only. */
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

/** How ONNX Runtime starts. It compiles its WebAssembly, which is downloaded before, and starts its threads. */
export interface RuntimeStart {
  /** The load ends with the fault `runtime-not-started` where the start takes longer. */
  readonly limitMs: number;
  /** As many as the device has cores, up to four, if missing. */
  readonly mostThreads?: number;
}

export interface LoadRequest {
  /** The preferred one first. The worker loads the first that its device can run. */
  readonly models: readonly OfferedModel[];
  /** `auto`: WebGPU if it passes the self-check, else WASM. */
  readonly device: Device | 'auto';
  /** Absolute address of ONNX Runtime's file, where it is not beside the worker's script. */
  readonly runtimeUrl?: string | undefined;
  /** Without a limit if missing. */
  readonly start?: RuntimeStart | undefined;
}

/** A device that was tried and refused, with the reason. The page shows it. */
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
  /** Bytes of the model's files and the runtime. */
  readonly bytes: number;
  /** Longest text that can be scored, in tokens. */
  readonly textLimit: number;
  /** True if all files are stored, so that the next load needs no network. */
  readonly stored: boolean;
  /** True for a model with a support head. */
  readonly firstLook: boolean;
  /** Stored files that were damaged and downloaded again, each with its damage. */
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

/** A pair, sent when the search finishes it, for display during the run. */
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

export interface TakenLook {
  readonly look: FirstLook;
  /** False for an article that is too long to keep: each look reads it again. */
  readonly articleKept: boolean;
}

/**
 * Progress callbacks are optional information, unordered relative to the returned value. The returned value is complete.
 * `cancel` stops the running `score` at the next step, which then returns a value of kind `cancelled`.
 */
export interface Scorer {
  load(request: LoadRequest, onProgress: (progress: LoadProgress) => void): Promise<Outcome<LoadedModel>>;
  score(request: ScoreRequest, onProgress: (progress: ScoreProgress) => void): Promise<Outcome<ScoreResult>>;
  /**
   * Prefills an article early, while the person still edits the summary. The KV cache is kept for all summaries of that article,
   * until another article is read. Any other call interrupts it, and a score of the article continues from the tokens read so far.
   * Does nothing if no model is loaded or a score is running.
   */
  readAhead(source: string): Promise<Outcome<null>>;
  /**
   * The support head's marks, in the background as `readAhead`: it gives way to everything else. Null where it was stopped, where the
   * model has no support head, and while a load or score is under way.
   */
  firstLook(request: FirstLookRequest): Promise<Outcome<TakenLook | null>>;
  /** Number of tokens of the normalised text under the loaded model, for the page's counters and for cutting long articles. */
  countTokens(text: string): Promise<Outcome<number>>;
  /** Network requests of the worker since it started. The page shows how many happened during a run. */
  countRequests(): Promise<number>;
  cancel(): Promise<void>;
}

/** The page's side of the worker: stops and restarts it, and turns every failure into a fault. */
import type { ErrorCode, Outcome } from '../core/errors.js';
import type { FirstLookRequest } from '../core/first-look/take-first-look.js';
import type { Cancelled, ScoreResult } from '../core/score.js';
import type {
  LoadedModel,
  LoadProgress,
  LoadRequest,
  RefusedDevice,
  ScoreProgress,
  ScoreRequest,
  TakenLook,
} from '../core/scorer.js';
import { firstLoad, nextLoad } from './next-load.js';
import { RunningWorker } from './running-worker.js';
import type { ScorerWorker } from './scorer-worker.js';

export interface Watch<Progress> {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export type Loading = { readonly kind: 'loaded'; readonly model: LoadedModel } | Cancelled;

const CANCELLED = { ok: true, value: { kind: 'cancelled' } } as const satisfies Outcome<Cancelled>;
const NO_LOOK = { ok: true, value: null } as const;
const NOT_LOADED: Outcome<never> = { ok: false, fault: { code: 'not-loaded', detail: 'No worker is running.' } };

/** How long a run may take to answer Stop before its worker is terminated: longer than a step on a slow device. */
const PATIENCE_MS = 3_000;

/** After these faults, the worker cannot be used for another run. */
const FATAL: ReadonlySet<ErrorCode> = new Set([
  'device-wrong',
  'device-lost',
  'out-of-memory',
  'worker-died',
  'internal',
]);

/** A call whose worker is ended by `end`, or by another load, is answered as one that finds no worker. */
export class ScorerClient {
  private worker: RunningWorker | undefined;
  private loaded = false;

  constructor(
    private readonly startWorker: () => ScorerWorker,
    private readonly patience: number = PATIENCE_MS,
  ) {}

  /** False before the first load and after a worker was terminated: load again (from storage) before the next score. */
  get isLoaded(): boolean {
    return this.loaded;
  }

  /**
   * Loads into a new worker. With device `auto`, a GPU that fails the self-check or is lost or gone while loading is refused, and the
   * CPU is used. A runtime that does not start is started again. An abort terminates the worker at once; files stay stored.
   */
  async load(request: LoadRequest, watch: Watch<LoadProgress>): Promise<Outcome<Loading>> {
    const refused: RefusedDevice[] = [];
    let current = firstLoad(request);
    for (;;) {
      const outcome = await this.loadOnce(current, watch);
      if (outcome.ok) return withRefused(outcome.value, refused);
      const next = nextLoad(current, outcome.fault);
      if (!next) return outcome;
      if (next.device !== current.device) refused.push({ device: 'webgpu', reason: outcome.fault.detail });
      current = next;
    }
  }

  /** Returns a `not-loaded` fault if no model is loaded. */
  async score(request: ScoreRequest, { signal, onProgress }: Watch<ScoreProgress>): Promise<Outcome<ScoreResult>> {
    if (signal.aborted) return CANCELLED;
    const { worker } = this;
    if (!worker) return NOT_LOADED;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = (): void => {
      // A failing cancel shows as a fault of the run itself, or as a missing answer.
      void worker.call(async (scorer) => ({ ok: true, value: await scorer.cancel() }));
      timer = setTimeout(() => this.endOnly(worker), this.patience);
    };
    // One signal may stop many scores, one after another: each listens only while it runs.
    signal.addEventListener('abort', stop, { once: true });
    const outcome = await worker.call((scorer) => scorer.score(request, onProgress));
    signal.removeEventListener('abort', stop);
    clearTimeout(timer);
    if (!outcome) return signal.aborted ? CANCELLED : NOT_LOADED;
    this.endAfter(worker, outcome);
    return outcome;
  }

  /** Optional: without it, a score is equally right and takes longer. Does nothing if no model is loaded. */
  async readAhead(source: string): Promise<void> {
    const { worker } = this;
    if (!worker || !this.loaded) return;
    const outcome = await worker.call((scorer) => scorer.readAhead(source));
    if (outcome) this.endAfter(worker, outcome);
  }

  /** Null if no model is loaded, or if another call needed the model. */
  async firstLook(request: FirstLookRequest): Promise<Outcome<TakenLook | null>> {
    const { worker } = this;
    if (!worker || !this.loaded) return NO_LOOK;
    const outcome = await worker.call((scorer) => scorer.firstLook(request));
    if (!outcome) return NO_LOOK;
    this.endAfter(worker, outcome);
    return outcome;
  }

  /** Returns a `not-loaded` fault if no model is loaded. */
  async countTokens(text: string): Promise<Outcome<number>> {
    return (await this.worker?.call((scorer) => scorer.countTokens(text))) ?? NOT_LOADED;
  }

  /** Requests of the current worker since it started; 0 if there is none. */
  async countRequests(): Promise<number> {
    const counted = await this.worker?.call(async (scorer) => ({ ok: true, value: await scorer.countRequests() }));
    return counted?.ok ? counted.value : 0;
  }

  end(): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.loaded = false;
  }

  private async loadOnce(request: LoadRequest, { signal, onProgress }: Watch<LoadProgress>): Promise<Outcome<Loading>> {
    this.end();
    if (signal.aborted) return CANCELLED;
    let worker: RunningWorker;
    try {
      worker = new RunningWorker(this.startWorker());
    } catch (error) {
      return { ok: false, fault: { code: 'worker-died', detail: `The worker could not be started: ${String(error)}` } };
    }
    this.worker = worker;
    const stop = (): void => this.endOnly(worker);
    signal.addEventListener('abort', stop, { once: true });
    const outcome = await worker.call((scorer) => scorer.load(request, onProgress));
    signal.removeEventListener('abort', stop);
    if (!outcome || this.worker !== worker) return CANCELLED;
    if (!outcome.ok) {
      this.end();
      return outcome;
    }
    this.loaded = true;
    return { ok: true, value: { kind: 'loaded', model: outcome.value } };
  }

  private endAfter(worker: RunningWorker, outcome: Outcome<unknown>): void {
    if (!outcome.ok && FATAL.has(outcome.fault.code)) this.endOnly(worker);
  }

  /** Another worker may have taken its place meanwhile. */
  private endOnly(worker: RunningWorker): void {
    if (this.worker === worker) this.end();
  }
}

function withRefused(loading: Loading, refused: readonly RefusedDevice[]): Outcome<Loading> {
  if (loading.kind === 'cancelled') return CANCELLED;
  const { model } = loading;
  return { ok: true, value: { kind: 'loaded', model: { ...model, refused: [...refused, ...model.refused] } } };
}

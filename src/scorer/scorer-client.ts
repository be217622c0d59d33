/** The page's side of the worker: stops and restarts it, and turns every failure into a fault. */
import type { ErrorCode, Fault, Outcome } from '../core/errors.js';
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
import type { ScorerWorker } from './scorer-worker.js';

export interface Watch<Progress> {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export type Loading = { readonly kind: 'loaded'; readonly model: LoadedModel } | Cancelled;

const CANCELLED = { ok: true, value: { kind: 'cancelled' } } as const satisfies Outcome<Cancelled>;

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

export class ScorerClient {
  private worker: ScorerWorker | undefined;
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
   * Loads into a new worker. With device `auto`, a GPU that fails the self-check or is lost while loading is refused, and the CPU is
   * used. A runtime that does not start is started again. An abort terminates the worker at once; files stay stored.
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
    const { worker } = this;
    if (!worker) return { ok: false, fault: { code: 'not-loaded', detail: 'No worker is running.' } };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ignored = new Promise<typeof CANCELLED>((resolve) => {
      const stop = (): void => {
        // A failing cancel shows as a fault of the run itself, or as a missing answer.
        worker.scorer.cancel().catch(() => undefined);
        timer = setTimeout(() => {
          this.end();
          resolve(CANCELLED);
        }, this.patience);
      };
      if (signal.aborted) stop();
      else signal.addEventListener('abort', stop, { once: true });
    });
    const outcome = await Promise.race([settle(worker, worker.scorer.score(request, onProgress)), ignored]);
    clearTimeout(timer);
    this.endAfter(outcome);
    return outcome;
  }

  /** Optional: without it, a score is equally right and takes longer. Does nothing if no model is loaded. */
  async readAhead(source: string): Promise<void> {
    const { worker } = this;
    if (!worker || !this.loaded) return;
    this.endAfter(await settle(worker, worker.scorer.readAhead(source)));
  }

  /** Null if no model is loaded, or if another call needed the model. */
  async firstLook(request: FirstLookRequest): Promise<Outcome<TakenLook | null>> {
    const { worker } = this;
    if (!worker || !this.loaded) return { ok: true, value: null };
    const outcome = await settle(worker, worker.scorer.firstLook(request));
    this.endAfter(outcome);
    return outcome;
  }

  /** Returns a `not-loaded` fault if no model is loaded. */
  async countTokens(text: string): Promise<Outcome<number>> {
    const { worker } = this;
    if (!worker) return { ok: false, fault: { code: 'not-loaded', detail: 'No worker is running.' } };
    return settle(worker, worker.scorer.countTokens(text));
  }

  /** Requests of the current worker since it started; 0 if there is none. */
  async countRequests(): Promise<number> {
    const { worker } = this;
    if (!worker) return 0;
    return Promise.race([worker.scorer.countRequests(), worker.died.then(() => 0)]);
  }

  end(): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.loaded = false;
  }

  private async loadOnce(request: LoadRequest, { signal, onProgress }: Watch<LoadProgress>): Promise<Outcome<Loading>> {
    this.end();
    if (signal.aborted) return CANCELLED;
    let worker: ScorerWorker;
    try {
      worker = this.startWorker();
    } catch (error) {
      return { ok: false, fault: { code: 'worker-died', detail: `The worker could not be started: ${String(error)}` } };
    }
    this.worker = worker;
    const aborted = new Promise<typeof CANCELLED>((resolve) => {
      signal.addEventListener('abort', () => resolve(CANCELLED), { once: true });
    });
    const outcome = await Promise.race([settle(worker, worker.scorer.load(request, onProgress)), aborted]);
    if (this.worker !== worker) return CANCELLED;
    if (!outcome.ok) {
      this.end();
      return outcome;
    }
    const { value } = outcome;
    if ('kind' in value) {
      this.end();
      return CANCELLED;
    }
    this.loaded = true;
    return { ok: true, value: { kind: 'loaded', model: value } };
  }

  private endAfter(outcome: Outcome<unknown>): void {
    if (!outcome.ok && FATAL.has(outcome.fault.code)) this.end();
  }
}

function withRefused(loading: Loading, refused: readonly RefusedDevice[]): Outcome<Loading> {
  if (loading.kind === 'cancelled') return CANCELLED;
  const { model } = loading;
  return { ok: true, value: { kind: 'loaded', model: { ...model, refused: [...refused, ...model.refused] } } };
}

/** The call's own outcome, or the fault that prevented one. */
async function settle<T>({ died }: ScorerWorker, call: Promise<Outcome<T>>): Promise<Outcome<T>> {
  const fault = (code: ErrorCode, detail: string): { ok: false; fault: Fault } => ({
    ok: false,
    fault: { code, detail },
  });
  return Promise.race([
    call.catch((error: unknown) => fault('internal', String(error))),
    died.then((reason) => fault('worker-died', reason)),
  ]);
}

/** One worker and the calls that it has not answered yet. They all end with it, whoever ended it. */
import type { ErrorCode, Outcome } from '../core/errors.js';
import type { Scorer } from '../core/scorer.js';
import type { ScorerWorker } from './scorer-worker.js';

/** Undefined where the page ended the worker. */
type End = Outcome<never> | undefined;

export class RunningWorker {
  /**
   * Each waiting call is here for as long as it waits. A reaction to a promise of the worker would stay, with the call's answer, for the
   * worker's whole life.
   */
  private readonly waiting = new Set<(end: End) => void>();
  private end: { readonly as: End } | undefined;

  constructor(private readonly worker: ScorerWorker) {
    void worker.died.then((reason) => this.endAs(failure('worker-died', reason)));
  }

  /** The call's own outcome, or the fault that prevented one. Undefined if the page ends the worker before there is one. */
  async call<T>(ask: (scorer: Scorer) => Promise<Outcome<T>>): Promise<Outcome<T> | undefined> {
    if (this.end) return this.end.as;
    let stopWaiting: (end: End) => void = () => undefined;
    const ended = new Promise<End>((resolve) => (stopWaiting = resolve));
    this.waiting.add(stopWaiting);
    try {
      const answered = ask(this.worker.scorer).catch((error: unknown) => failure('internal', String(error)));
      return await Promise.race([answered, ended]);
    } finally {
      this.waiting.delete(stopWaiting);
    }
  }

  terminate(): void {
    this.worker.terminate();
    this.endAs(undefined);
  }

  private endAs(as: End): void {
    this.end ??= { as };
    for (const stopWaiting of this.waiting) stopWaiting(as);
  }
}

function failure(code: ErrorCode, detail: string): Outcome<never> {
  return { ok: false, fault: { code, detail } };
}

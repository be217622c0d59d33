/** Every way in which a run can fail. `src/text/faults.ts` gives each a title, a reason and a remedy. */
export type ErrorCode =
  | 'source-empty'
  | 'summary-empty'
  | 'source-too-long'
  | 'summary-too-long'
  | 'model-not-found'
  | 'model-damaged'
  | 'model-incompatible'
  | 'model-layout-unknown'
  | 'network-failed'
  | 'page-insecure'
  | 'device-unavailable'
  | 'device-wrong'
  | 'device-lost'
  | 'runtime-not-started'
  | 'out-of-memory'
  | 'not-loaded'
  | 'busy'
  | 'worker-died'
  | 'run-interrupted'
  | 'internal';

/** A failure as data: Comlink drops custom fields of thrown errors, so no error crosses the worker boundary. */
export interface Fault {
  readonly code: ErrorCode;
  /** Details for a developer; the page shows them behind "Technical details". */
  readonly detail: string;
  /** Numbers for the message, for instance `{tokens: 9120, limit: 8131}`. */
  readonly figures?: Readonly<Record<string, number>>;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

/** Thrown inside core, inference and worker; one place at the boundary converts it to a `Fault`. */
export class QualsError extends Error {
  override readonly name = 'QualsError';
  constructor(
    readonly code: ErrorCode,
    detail: string,
    readonly figures?: Readonly<Record<string, number>>,
    options?: ErrorOptions,
  ) {
    super(detail, options);
  }

  toFault(): Fault {
    return this.figures === undefined
      ? { code: this.code, detail: this.message }
      : { code: this.code, detail: this.message, figures: this.figures };
  }
}

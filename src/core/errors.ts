/** Every way in which a run can fail. Each has a title, a reason and a remedy in `src/text/faults.ts`. */
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
  | 'out-of-memory'
  | 'not-loaded'
  | 'busy'
  | 'worker-died'
  | 'run-interrupted'
  | 'internal';

/** A failure as data: Comlink drops custom fields of thrown errors, so nothing is thrown across the boundary. */
export interface Fault {
  readonly code: ErrorCode;
  /** What a developer needs to find the cause; the page shows it behind "details". */
  readonly detail: string;
  /** Numbers that the plain sentence needs, for instance `{tokens: 9120, limit: 8131}`. */
  readonly figures?: Readonly<Record<string, number>>;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

/** Thrown inside core, inference and worker; turned into a `Fault` at the boundary, in one place. */
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

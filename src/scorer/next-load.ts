/** What follows a failed load: another in a new worker, because the runtime fixes its settings once per worker. */
import type { ErrorCode, Fault } from '../core/errors.js';
import type { LoadRequest, RuntimeStart } from '../core/scorer.js';

/**
 * A browser can lose a thread of the runtime while it starts; Firefox does so after a reload on a busy machine. A second start nearly
 * always succeeds. It has more time, for a device that is only slow. The last start needs no second thread.
 */
const STARTS: readonly [RuntimeStart, ...RuntimeStart[]] = [
  { limitMs: 30_000 },
  { limitMs: 60_000 },
  { limitMs: 60_000, mostThreads: 1 },
];

/** Faults of a GPU that the CPU may not have. A GPU that is there before the download can be gone after it: then it is unavailable. */
const GPU_FAILED: ReadonlySet<ErrorCode> = new Set(['device-wrong', 'device-lost', 'device-unavailable']);

export function firstLoad(request: LoadRequest): LoadRequest {
  return { ...request, start: STARTS[0] };
}

/** Undefined if nothing else can be tried. `failed`: from `firstLoad` or from here. */
export function nextLoad(failed: LoadRequest, { code }: Fault): LoadRequest | undefined {
  if (GPU_FAILED.has(code)) return failed.device === 'auto' ? firstLoad({ ...failed, device: 'wasm' }) : undefined;
  if (code !== 'runtime-not-started') return undefined;
  const start = STARTS[STARTS.findIndex((tried) => tried === failed.start) + 1];
  return start && { ...failed, start };
}

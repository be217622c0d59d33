/** The one place that converts thrown errors to faults. */
import { type Fault, QualsError } from '../core/errors.js';

/** Out-of-memory messages of V8, SpiderMonkey, JavaScriptCore, Emscripten, Dawn and ONNX Runtime. */
const OUT_OF_MEMORY =
  /bad_alloc|out of memory|out-of-memory|allocation failed|failed to allocate|could not allocate|can't allocate|cannot enlarge memory|invalid array length/i;

/** ONNX Runtime's message where its start takes longer than `env.wasm.initTimeout`. A test compares it with the library. */
const NOT_STARTED = 'initializing failed due to timeout';

export function faultOf(error: unknown): Fault {
  if (error instanceof QualsError) return error.toFault();
  const detail = describe(error);
  if (detail.includes(NOT_STARTED)) return { code: 'runtime-not-started', detail };
  return { code: OUT_OF_MEMORY.test(detail) ? 'out-of-memory' : 'internal', detail };
}

function describe(error: unknown): string {
  // WASM throws numbers: pointers to uncaught C++ exceptions.
  if (!(error instanceof Error)) return `Thrown: ${String(error)}`;
  return error.cause === undefined
    ? `${error.name}: ${error.message}`
    : `${error.name}: ${error.message} (${describe(error.cause)})`;
}

/**
 * First runs are slow: WebGPU compiles a pipeline for each kernel, and WASM engines start with unoptimised code. A separate
 * warm-up phase keeps this out of a person's first score.
 */
import { SEARCH } from '../../src/core/protocol.js';
import type { QAGenModel } from '../../src/core/qagen-model.js';

const TEXT = 'Anna bought bread in Rome on Monday. Tom sold twelve old books in Paris. ';
const STEPS = 2;

const neverStopped = (): Promise<void> => Promise.resolve();

/** Runs every phase of a score once, with as many paths as a score has. */
export async function warmUp(model: QAGenModel): Promise<void> {
  const prefix = await model.readText(model.encode(TEXT), neverStopped);
  try {
    const paths = await prefix.openPaths([[]], SEARCH.paths);
    try {
      let next = paths.next;
      for (let step = 0; step < STEPS; step++) {
        // Different tokens at the first step, so that each path has its own row.
        const tokens = Array.from({ length: SEARCH.paths }, (_, path) => next.tokens[path % next.count] ?? 0);
        next = await paths.advance(step === 0 ? tokens.map(() => 0) : tokens.map((_, path) => path), tokens);
      }
    } finally {
      paths.release();
    }
    const { separator, end } = model.tokens;
    await prefix.forceScore([[...model.encode(TEXT), separator, end]], 1, neverStopped);
  } finally {
    prefix.release();
  }
}

import { defineConfig } from 'vitest/config';
import { RUN_LIMIT } from './e2e/browsers/limits.js';

/** Journeys through the built page in Firefox and WebKitGTK: `npm run build`, then `npm run test:browsers`. */
export default defineConfig({
  test: {
    include: ['e2e/browsers/*.journey.ts'],
    environment: 'node',
    globalSetup: 'e2e/browsers/command-score.ts',
    // Both serve the page at one address, and a run needs all cores.
    fileParallelism: false,
    testTimeout: 2 * RUN_LIMIT,
    // A journey's later tests need its earlier ones.
    bail: 1,
    expect: { poll: { timeout: 60_000, interval: 200 } },
  },
});

import { defineConfig } from 'vitest/config';
import { RUNTIME_DEFINE } from './runtime-define.js';

export default defineConfig({
  define: RUNTIME_DEFINE,
  test: {
    include: [
      'src/**/*.test.ts',
      'workers/**/*.test.ts',
      'cli/**/*.test.ts',
      'bench/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    environment: 'node',
    // palette.ts reads its text; Vitest gives others as empty.
    css: { include: /tokens\.css/ },
    testTimeout: 120_000,
  },
});

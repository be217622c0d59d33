import { defineConfig } from 'vitest/config';
import { RUNTIME_DEFINE, runtimeFile } from './runtime-build.js';

export default defineConfig({
  define: RUNTIME_DEFINE,
  plugins: [runtimeFile()],
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

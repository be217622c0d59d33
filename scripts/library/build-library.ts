/** Builds the library for other pages into dist-lib (docs/embedding.md). `npm run build` runs it after the page's own build. */
import { copyFileSync, readFileSync } from 'node:fs';
import { build, type InlineConfig } from 'vite';
import { parseModelIndex } from '../../src/inference/model-files/model-index.js';
import { RUNTIME_DEFINE, RUNTIME_FILE, withoutRuntime } from '../../runtime-build.js';
import { embeddedStyles } from './embedded-styles.js';
import { LIBRARY } from './library-folder.js';
import { ownFiles } from './own-files.js';

const SHARED: InlineConfig = {
  configFile: false,
  publicDir: false,
  base: './',
  logLevel: 'warn',
  define: RUNTIME_DEFINE,
};

/** One file without imports: bundlers copy it as it is. The page's side tells it where the runtime is. */
async function buildWorker(): Promise<void> {
  await build({
    ...SHARED,
    plugins: [withoutRuntime()],
    build: {
      target: 'es2023',
      outDir: LIBRARY,
      emptyOutDir: true,
      rolldownOptions: {
        input: 'workers/scorer/scorer.worker.ts',
        preserveEntrySignatures: false,
        output: { format: 'es', entryFileNames: 'scorer.worker.js', codeSplitting: false },
      },
    },
  });
}

async function buildEntries(): Promise<void> {
  const models = parseModelIndex(readFileSync('public/models/index.json', 'utf8'));
  await build({
    ...SHARED,
    define: { ...RUNTIME_DEFINE, MODEL_INDEX: JSON.stringify(models) },
    plugins: [embeddedStyles(), ownFiles()],
    build: {
      target: 'es2023',
      outDir: LIBRARY,
      emptyOutDir: false,
      modulePreload: false,
      chunkSizeWarningLimit: 1200,
      rolldownOptions: {
        input: {
          index: 'src/embed/index.ts',
          'quals-result': 'src/embed/quals-result.ts',
          'quals-scorer': 'src/embed/quals-scorer.ts',
        },
        preserveEntrySignatures: 'strict',
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
}

await buildWorker();
await buildEntries();
copyFileSync(RUNTIME_FILE, `${LIBRARY}/onnx-runtime.bin`);

import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { parseModelIndex } from './src/inference/model-files/model-index.js';
import { CONTENT_SECURITY_POLICY, PAGE_HEADERS } from './page-headers.js';
import { RUNTIME_DEFINE, runtimeFile } from './runtime-build.js';
import { readColour } from './src/styles/read-tokens.js';

const paper = readColour(readFileSync('src/styles/tokens.css', 'utf8'), 'paper', 'light');

/** The build includes the list of shipped models, so that the page does not request it (src/app/main.ts). */
const models = parseModelIndex(readFileSync(new URL('public/models/index.json', import.meta.url), 'utf8'));

/** A meta element for hosts that send no headers, and the file `_headers` for hosts that read it. */
function securityPolicy(): Plugin {
  return {
    name: 'security-policy',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
        injectTo: 'head-prepend',
      },
    ],
    generateBundle() {
      const lines = Object.entries(PAGE_HEADERS).map(([name, value]) => `  ${name}: ${value}\n`);
      this.emitFile({ type: 'asset', fileName: '_headers', source: `/*\n${lines.join('')}` });
    },
  };
}

export default defineConfig({
  base: './',
  define: {
    MODEL_INDEX: JSON.stringify(models),
    ...RUNTIME_DEFINE,
  },
  worker: { format: 'es', plugins: () => [runtimeFile()] },
  optimizeDeps: { exclude: ['onnxruntime-web'] },
  build: { target: 'es2023', chunkSizeWarningLimit: 1200 },
  server: { headers: PAGE_HEADERS },
  preview: { headers: PAGE_HEADERS },
  plugins: [
    runtimeFile(),
    securityPolicy(),
    VitePWA({
      // A new version waits until a person installs it (src/app/document/service-worker.ts), so no run is interrupted.
      registerType: 'prompt',
      injectRegister: null,
      manifest: {
        name: 'QUALS in the browser',
        short_name: 'QUALS',
        description: 'Find the part of a summary that its article does not support.',
        display: 'standalone',
        background_color: paper,
        theme_color: paper,
        icons: [{ src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      },
      // workers/service/sw.ts becomes dist/sw.js: one script, because Trusted Types would not let it import another by name.
      strategies: 'injectManifest',
      srcDir: 'workers/service',
      filename: 'sw.ts',
      injectManifest: {
        rollupFormat: 'iife',
        // The worker stores and verifies the model and its runtime itself.
        globPatterns: ['**/*.{html,js,mjs,css,svg}', 'examples/*.json', 'models/*/calibration.json'],
      },
    }),
  ],
});

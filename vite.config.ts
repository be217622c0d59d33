import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/** Threads in WASM need a cross-origin isolated page; `npm start` and every host must send these. */
export const ISOLATION_HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export default defineConfig({
  base: './',
  worker: { format: 'es' },
  optimizeDeps: { exclude: ['onnxruntime-web'] },
  build: { target: 'es2023', chunkSizeWarningLimit: 1200 },
  server: { headers: ISOLATION_HEADERS },
  preview: { headers: ISOLATION_HEADERS },
  plugins: [
    VitePWA({
      // A new version waits until every tab of the old one is closed: nothing is replaced while a run goes on.
      registerType: 'prompt',
      injectRegister: 'script-defer',
      manifest: {
        name: 'QUALS in the browser',
        short_name: 'QUALS',
        description: 'Find the part of a summary that its article does not support.',
        display: 'standalone',
        background_color: '#FAF9F6',
        theme_color: '#FAF9F6',
        icons: [{ src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      },
      workbox: {
        globPatterns: ['**/*.{html,js,mjs,css,svg}', 'examples/*.json'],
        globIgnores: ['models/**'],
        // The first visit can go offline too, not only the second.
        clientsClaim: true,
        runtimeCaching: [
          {
            // 27 MB that a person has agreed to only by pressing Score; its name carries its hash.
            urlPattern: ({ url }) => url.pathname.endsWith('.wasm'),
            handler: 'CacheFirst',
            options: { cacheName: 'quals-runtime', expiration: { maxEntries: 2 } },
          },
          {
            // The worker stores and verifies the model's other files itself.
            urlPattern: ({ url }) => /\/models\/[^/]+\/(manifest|calibration)\.json$/u.test(url.pathname),
            handler: 'NetworkFirst',
            options: { cacheName: 'quals-manifests' },
          },
        ],
      },
    }),
  ],
});

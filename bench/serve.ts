/** Serves the benchmark's page from its sources, with the headers that threads need, and a model folder from anywhere. */
import { createReadStream } from 'node:fs';
import { join, normalize } from 'node:path';
import { createServer, type Plugin } from 'vite';

const PORT = 5377;
/** Only the headers that threads need; the page's policy is not part of the measurement. */
const ISOLATION_HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};
export const EXTRA_MODEL = '/extra-model/';

export interface Served {
  readonly page: string;
  readonly close: () => Promise<void>;
}

/** `extraModel`: served under `EXTRA_MODEL`. */
export async function serve(extraModel: string): Promise<Served> {
  const server = await createServer({
    configFile: false,
    cacheDir: '.cache/vite-bench',
    worker: { format: 'es' },
    appType: 'mpa',
    optimizeDeps: { exclude: ['onnxruntime-web'], entries: ['bench/page/index.html'] },
    server: { port: PORT, strictPort: true, hmr: false, watch: null, headers: ISOLATION_HEADERS },
    plugins: [serveFolder(extraModel)],
    logLevel: 'error',
  });
  await server.listen();
  return { page: `http://localhost:${PORT}/bench/page/index.html`, close: () => server.close() };
}

function serveFolder(folder: string): Plugin {
  return {
    name: 'serve-folder',
    configureServer: ({ middlewares }) => {
      middlewares.use(EXTRA_MODEL, (request, response) => {
        const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
        createReadStream(join(folder, path))
          .on('error', () => {
            response.statusCode = 404;
            response.end();
          })
          .pipe(response);
      });
    },
  };
}

/** Serves the worker's page from its sources, with the headers that threads need. */
import { createServer } from 'vite';

const PORT = 5310;

export interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export async function serveWorkerPage(): Promise<Served> {
  const server = await createServer({
    cacheDir: '.cache/vite-worker',
    server: { port: PORT, strictPort: true, hmr: false },
    logLevel: 'error',
  });
  await server.listen();
  return { url: `http://localhost:${PORT}/e2e/worker/index.html`, close: () => server.close() };
}

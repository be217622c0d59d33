/** Serves the built page with its headers (page-headers.ts), as `vite preview` does. */
import { preview } from 'vite';

const PORT = Number(process.env['QUALS_PORT'] ?? 5331);

export interface PageServer {
  readonly url: string;
  /** Afterwards no request gets an answer. */
  stop(): Promise<void>;
}

export async function startPageServer(): Promise<PageServer> {
  const outDir = process.env['QUALS_DIST'] ?? 'dist';
  const server = await preview({ build: { outDir }, preview: { port: PORT, strictPort: true }, logLevel: 'warn' });
  return { url: `http://localhost:${PORT}/`, stop: () => server.close() };
}

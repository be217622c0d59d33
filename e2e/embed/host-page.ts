/** A page of others: a plain server with a strict policy, the library, and a copy of the QUALS page for the model. */
import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve } from 'node:path';
import { build } from 'vite';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** Enough for <quals-result>. No inline styles, no workers, no WASM. */
export const STRICT_FOR_RESULT = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** Enough for <quals-scorer> and the library (docs/embedding.md). */
export const STRICT_FOR_SCORER = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html quals default',
].join('; ');

export interface HostPage {
  /** Ends with a slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** `folders`: a path that ends with a slash → the folder behind it. `pages`: a path → its text. Longer paths come first. */
export async function serveHostPage(
  policy: string,
  folders: Readonly<Record<string, string>>,
  pages: Readonly<Record<string, string>> = {},
): Promise<HostPage> {
  const prefixes = Object.keys(folders).sort((a, b) => b.length - a.length);
  const read = (path: string): Buffer | undefined => {
    const page = pages[path];
    if (page !== undefined) return Buffer.from(page);
    const prefix = prefixes.find((each) => path.startsWith(each));
    if (prefix === undefined) return undefined;
    const file = join(folders[prefix] as string, normalize(`/${path.slice(prefix.length)}`));
    return existsSync(file) && statSync(file).isFile() ? readFileSync(file) : undefined;
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = path.endsWith('/') ? `${path}index.html` : path;
    const body = read(file);
    const headers = {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': policy,
    };
    response.writeHead(body ? 200 : 404, headers).end(body);
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Builds examples/embed as a project that has installed the package would. */
export async function buildExample(outDir: string): Promise<void> {
  const library = (entry: string): string => resolve('dist-lib', `${entry}.js`);
  await build({
    root: 'examples/embed',
    logLevel: 'error',
    build: { outDir: resolve(outDir), emptyOutDir: true },
    resolve: {
      alias: [
        { find: /^quals-in-the-browser$/, replacement: library('index') },
        { find: /^quals-in-the-browser\/(.*)$/, replacement: library('$1') },
      ],
    },
  });
}

/** Serves the built page and injects the faults of a test: for the page, its workers and the service worker. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { PAGE_HEADERS } from '../../page-headers.js';

const DIST = process.env['QUALS_DIST'] ?? 'dist';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
};

type Headers = Record<string, string>;

interface Answer {
  readonly status?: number;
  readonly headers?: Headers;
  readonly body?: Buffer;
  /** The connection is cut after this number of bytes of the body. */
  readonly cutAfter?: number;
}

/** Changes the correct response. */
export type Fault = (file: Buffer) => Answer;

export interface FaultServer {
  /** Ends with a slash. */
  readonly url: string;
  /** Requested paths without the query, in order. */
  readonly asked: string[];
  /** From now on, until `heal`. A later fault for the same path replaces an earlier one. */
  fail(path: RegExp, fault: Fault): void;
  heal(): void;
  close(): Promise<void>;
}

/** `headers`: those that `npm start` sends, unless others are given. `folder`: the path of the page; there is nothing else. */
export async function serveFaults(headers: Headers = PAGE_HEADERS, folder = '/'): Promise<FaultServer> {
  const asked: string[] = [];
  let faults: (readonly [RegExp, Fault])[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    asked.push(path);
    const file = path.startsWith(folder) ? fileOf(path.slice(folder.length - 1)) : undefined;
    const fault = faults.find(([pattern]) => pattern.test(path))?.[1];
    const right: Answer = file ? { body: readFileSync(file) } : { status: 404 };
    const answer = fault ? fault(right.body ?? Buffer.alloc(0)) : right;
    const type = TYPES[extname(file ?? path)] ?? 'application/octet-stream';
    send(response, answer, { 'content-type': type, 'cache-control': 'no-store', ...headers, ...answer.headers });
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}${folder}`,
    asked,
    fail: (path, fault) => (faults = [[path, fault], ...faults]),
    heal: () => (faults = []),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, { status = 200, body = Buffer.alloc(0), cutAfter }: Answer, headers: Headers) {
  if (cutAfter === 0) return response.destroy();
  response.writeHead(status, { ...headers, 'content-length': String(body.length) });
  if (cutAfter === undefined) return response.end(body);
  response.write(body.subarray(0, cutAfter), () => response.destroy());
}

function fileOf(path: string): string | undefined {
  const file = join(DIST, normalize(path), path.endsWith('/') ? 'index.html' : '');
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

export const unreachable: Fault = () => ({ cutAfter: 0 });
export const cutInTheMiddle: Fault = (body) => ({ body, cutAfter: Math.floor(body.length / 2) });
export const status =
  (code: number): Fault =>
  () => ({ status: code });
/** The response of many servers to a request for a missing file. */
export const indexPage: Fault = () => ({
  body: Buffer.from('<!doctype html><title>QUALS</title>'),
  headers: { 'content-type': 'text/html; charset=utf-8' },
});
export const truncated: Fault = (body) => ({ body: body.subarray(0, body.length - 100) });
export const bitFlipped: Fault = (body) => {
  const flipped = Buffer.from(body);
  flipped[1000] = (flipped[1000] ?? 0) ^ 1;
  return { body: flipped };
};
/** A script that runs `lines` first. */
export const after =
  (lines: string): Fault =>
  (body) => ({ body: Buffer.concat([Buffer.from(`${lines}\n`), body]) });

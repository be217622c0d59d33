/**
 * ONNX Runtime's WebAssembly as one compressed file of the build. It has 26.9 MB, and Cloudflare Pages takes no file above 25 MiB
 * (docs/hosting.md). The worker verifies it like a file of the model and decompresses it (workers/scorer/model-files/runtime-file.ts).
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** The name that src and workers import the file by. */
const IMPORTED_AS = 'onnx-runtime-compressed?url';
const WASM = 'ort-wasm-simd-threaded.asyncify.wasm';

/** Not `.gz`: some servers would send that with `Content-Encoding: gzip`, and the browser would decompress it. */
const FILE_NAME = WASM.replace(/wasm$/, 'bin');

const { path, compressed } = compressOnce(readFileSync(fileURLToPath(import.meta.resolve(`onnxruntime-web/${WASM}`))));

/** Global constants of the build: the worker compares the file with them, the page states the size. */
export const RUNTIME_DEFINE = {
  RUNTIME_BYTES: compressed.length,
  RUNTIME_SHA256: JSON.stringify(createHash('sha256').update(compressed).digest('hex')),
};

/** Where the compressed file is. */
export const RUNTIME_FILE = path;

/** `file`: what the import of the file gives; by default its address in the build. */
export function runtimeFile(file = `${path}?url`): Plugin {
  return {
    name: 'runtime-file',
    enforce: 'pre',
    resolveId: (source) => (source === IMPORTED_AS ? file : undefined),
    transform(code, id) {
      if (!id.includes('onnxruntime-web')) return undefined;
      // The runtime gets the file from the worker. Without this, the build would also contain it uncompressed.
      return { code: code.replaceAll(`new URL("${WASM}",import.meta.url).href`, '""'), map: null };
    },
  };
}

/** For the library's worker, which gets the file's address from the page. */
export function withoutRuntime(): Plugin {
  return { ...runtimeFile('\0no-runtime'), load: (id) => (id === '\0no-runtime' ? "export default '';" : undefined) };
}

/** Level 9 takes seconds, so the compressed file is kept between builds. */
function compressOnce(wasm: Buffer): { readonly path: string; readonly compressed: Buffer } {
  const version = createHash('sha256').update(wasm).digest('hex').slice(0, 16);
  const folder = fileURLToPath(new URL(`.cache/onnx-runtime/${version}/`, import.meta.url));
  const path = `${folder}${FILE_NAME}`;
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    // Another process never reads half a file.
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, gzipSync(wasm, { level: 9 }));
    renameSync(unfinished, path);
  }
  return { path, compressed: readFileSync(path) };
}

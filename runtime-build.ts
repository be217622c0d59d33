/**
 * ONNX Runtime's WebAssembly, one compressed file of the build for each variant: `wasm` runs on CPUs only; `webgpu` runs on both and
 * is twice as large, 26.9 MB. Cloudflare Pages takes no file above 25 MiB (docs/hosting.md). The worker verifies its file like a file
 * of the model and decompresses it (workers/scorer/model-files/runtime-file.ts).
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const WASM = { wasm: 'ort-wasm-simd-threaded.wasm', webgpu: 'ort-wasm-simd-threaded.asyncify.wasm' } as const;
type Variant = keyof typeof WASM;

/** The name that the worker imports a file by, before the variant. */
const IMPORTED_AS = 'onnx-runtime-compressed/';

const compressed = { wasm: compressOnce(WASM.wasm), webgpu: compressOnce(WASM.webgpu) };

/** Global constants of the build: the worker compares the files with them, the page states the size of the larger one. */
export const RUNTIME_DEFINE = {
  RUNTIME_SIZES: JSON.stringify({ wasm: compressed.wasm.size, webgpu: compressed.webgpu.size }),
  RUNTIME_BYTES: Math.max(compressed.wasm.size.bytes, compressed.webgpu.size.bytes),
};

/** Where the compressed file that runs on every device is. */
export const RUNTIME_FILE = compressed.webgpu.path;

/** `fileOf`: what the import of a variant's file gives; by default its address in the build. */
export function runtimeFile(fileOf = (variant: Variant) => `${compressed[variant].path}?url`): Plugin {
  return {
    name: 'runtime-file',
    enforce: 'pre',
    resolveId: (source) => {
      const variant = (Object.keys(WASM) as Variant[]).find((name) => source === `${IMPORTED_AS}${name}?url`);
      return variant && fileOf(variant);
    },
    transform(code, id) {
      if (!id.includes('onnxruntime-web')) return undefined;
      // The runtime gets the file from the worker. Without this, the build would also contain it uncompressed.
      const without = Object.values(WASM).reduce(
        (text, file) => text.replaceAll(`new URL("${file}",import.meta.url).href`, '""'),
        code,
      );
      return { code: without, map: null };
    },
  };
}

/**
 * For the library's worker: one file, which gets the runtime's address from the page. It has only the runtime that runs on every device,
 * because threads start from the script that the runtime is bundled into, and two runtimes in one script would both answer.
 */
export function withoutRuntime(): Plugin {
  return {
    ...runtimeFile(() => '\0no-runtime'),
    config: () => ({ resolve: { alias: { 'onnxruntime-web/wasm': 'onnxruntime-web/webgpu' } } }),
    load: (id) => (id === '\0no-runtime' ? "export default '';" : undefined),
  };
}

interface Compressed {
  readonly path: string;
  readonly size: { readonly bytes: number; readonly sha256: string };
}

/** Level 9 takes seconds, so the compressed file is kept between builds. */
function compressOnce(file: string): Compressed {
  const wasm = readFileSync(fileURLToPath(import.meta.resolve(`onnxruntime-web/${file}`)));
  const version = sha256(wasm).slice(0, 16);
  const folder = fileURLToPath(new URL(`.cache/onnx-runtime/${version}/`, import.meta.url));
  // Not `.gz`: some servers would send that with `Content-Encoding: gzip`, and the browser would decompress it.
  const path = `${folder}${file.replace(/wasm$/, 'bin')}`;
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    // Another process never reads half a file.
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, gzipSync(wasm, { level: 9 }));
    renameSync(unfinished, path);
  }
  const bytes = readFileSync(path);
  return { path, size: { bytes: bytes.length, sha256: sha256(bytes) } };
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** ONNX Runtime's WebAssembly, compressed. It is downloaded, verified, stored and counted like a file of the model. */
import wasmUrl from 'onnx-runtime-compressed/wasm?url';
import webgpuUrl from 'onnx-runtime-compressed/webgpu?url';
import { QualsError } from '../../../src/core/errors.js';
import type { Device } from '../../../src/core/scorer.js';
import type { FileStore } from './file-store.js';
import type { StoredFile } from './model-file-loader.js';

/** `wasm` runs on CPUs only: half as large, and compiled in less time and memory. `webgpu` runs on both. */
export type RuntimeVariant = 'wasm' | 'webgpu';

/** Sizes and checksums of the files that this page was built with (runtime-build.ts): a newer page never runs an older runtime. */
declare const RUNTIME_SIZES: Readonly<Record<RuntimeVariant, { readonly bytes: number; readonly sha256: string }>>;

export interface RuntimeFile extends StoredFile {
  readonly variant: RuntimeVariant;
  /** Absolute, or relative to the worker's script. */
  readonly url: string;
}

const FILES: Readonly<Record<RuntimeVariant, RuntimeFile>> = {
  wasm: { variant: 'wasm', url: wasmUrl, path: 'ort-wasm-simd-threaded.bin', ...RUNTIME_SIZES.wasm },
  webgpu: { variant: 'webgpu', url: webgpuUrl, path: 'ort-wasm-simd-threaded.asyncify.bin', ...RUNTIME_SIZES.webgpu },
};

/** Of every variant: loading one must not delete the other, which a change of device needs. */
export const RUNTIME_CHECKSUMS = Object.values(FILES).map(({ sha256 }) => sha256);

/**
 * The smallest file that runs on `device`. `ownUrl`: address of a file that the page brings along, which runs on every device. Without a
 * network, a GPU that fails must not stop scoring: the CPU then gets the stored file of the GPU if there is no other.
 */
export async function chooseRuntime(
  device: Device,
  ownUrl: string | undefined,
  store: Pick<FileStore, 'readFile'> | undefined,
  onLine: boolean,
): Promise<RuntimeFile> {
  const { wasm, webgpu } = FILES;
  if (ownUrl !== undefined) return { ...webgpu, url: ownUrl };
  if (device === 'webgpu') return webgpu;
  const isStored = async ({ sha256 }: RuntimeFile): Promise<boolean> => (await store?.readFile(sha256)) !== undefined;
  return !onLine && !(await isStored(wasm)) && (await isStored(webgpu)) ? webgpu : wasm;
}

/** Throws QualsError `model-damaged`; after a correct checksum, the file itself was built wrongly. */
export async function decompress(bytes: Uint8Array<ArrayBuffer>, file: RuntimeFile): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  try {
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch (error) {
    const detail = `${file.path} cannot be decompressed: ${String(error)}`;
    throw new QualsError('model-damaged', detail, undefined, { cause: error });
  }
}

/** Loads and verifies all files of a model, with progress in bytes. */
import { QualsError } from '../../../src/core/errors.js';
import type { LoadProgress } from '../../../src/core/scorer.js';
import {
  type FileRole,
  type Manifest,
  type ModelFile,
  readFiles,
} from '../../../src/inference/model-files/manifest.js';
import { type ModelFiles, readModelFiles } from '../../../src/inference/model-files/model-files.js';
import { parseSelfCheck, type SelfCheck } from '../../../src/inference/model-files/self-check.js';
import type { FileStore } from './file-store.js';
import { loadManifest } from './load-manifest.js';
import { loadFile, type StoredFile } from './model-file-loader.js';
import { decompress, RUNTIME_CHECKSUMS, type RuntimeFile, type RuntimeVariant } from './runtime-file.js';

/** Browsers open six connections to a server; two stay free for the page. */
const FILES_AT_ONCE = 4;

export interface LoadedFiles {
  readonly files: ModelFiles;
  readonly selfCheck: SelfCheck;
  readonly runtimeVariant: RuntimeVariant;
  /** ONNX Runtime's WebAssembly, decompressed. */
  readonly runtime: Uint8Array<ArrayBuffer>;
  /** Bytes of the files of the model and the runtime, as downloaded. */
  readonly bytes: number;
  /** True if every file is stored. */
  readonly stored: boolean;
  /** Stored files that were damaged and downloaded again, each with its damage. */
  readonly repaired: readonly string[];
}

/**
 * `modelUrl`: the folder with manifest.json. `store`: undefined if the browser has no storage. Throws QualsError `model-not-found`,
 * `network-failed`, `model-damaged`, `model-incompatible` or `model-layout-unknown`. Files that were verified before the error are
 * stored and are not downloaded again.
 */
export async function loadModelFiles(
  modelUrl: string,
  runtimeFile: RuntimeFile,
  store: FileStore | undefined,
  onProgress: (progress: LoadProgress) => void,
): Promise<LoadedFiles> {
  const folder = modelUrl.endsWith('/') ? modelUrl : `${modelUrl}/`;
  const { manifest, store: storeManifest } = await loadManifest(folder, store);
  const ofModel = readFiles(manifest);
  const { targets, weights } = allocate(ofModel);
  const runtime = new Uint8Array(runtimeFile.bytes);
  const wanted: readonly Wanted[] = [
    ...ofModel.map((file) => ({ file, url: folder + file.path, target: targetOf(targets, file) })),
    { file: runtimeFile, url: runtimeFile.url, target: runtime },
  ];

  const bytesTotal = wanted.reduce((sum, { file }) => sum + file.bytes, 0);
  let bytesDone = 0;
  let fromStorage = true;
  const onBytes = (bytes: number, from: 'storage' | 'network'): void => {
    bytesDone += bytes;
    if (from === 'network') fromStorage = false;
    onProgress({ phase: 'download', bytesDone, bytesTotal, fromStorage });
  };
  const loaded = await inParallel(wanted, FILES_AT_ONCE, ({ file, url, target }) =>
    loadFile(url, file, target, store, { onBytes }),
  );
  const stored = loaded.every((file) => file.stored) && (await storeManifest(RUNTIME_CHECKSUMS));
  const repaired = loaded.flatMap(({ damage }) => damage ?? []);
  const files = await parseFiles(manifest, targets, weights);
  return {
    ...files,
    runtimeVariant: runtimeFile.variant,
    runtime: await decompress(runtime, runtimeFile),
    bytes: bytesTotal,
    stored,
    repaired,
  };
}

interface Wanted {
  readonly file: StoredFile;
  readonly url: string;
  readonly target: Uint8Array<ArrayBuffer>;
}

type Targets = ReadonlyMap<ModelFile, Uint8Array<ArrayBuffer>>;

/** The shards in one array, in the manifest's order, as both graphs expect them. */
function allocate(files: readonly ModelFile[]): { targets: Targets; weights: Uint8Array } {
  const shards = files.filter(({ role }) => role === 'weights');
  const weights = new Uint8Array(shards.reduce((sum, { bytes }) => sum + bytes, 0));
  const targets = new Map<ModelFile, Uint8Array<ArrayBuffer>>();
  let start = 0;
  for (const file of files) {
    if (file.role === 'weights') {
      targets.set(file, weights.subarray(start, start + file.bytes));
      start += file.bytes;
    } else {
      targets.set(file, new Uint8Array(file.bytes));
    }
  }
  return { targets, weights };
}

async function parseFiles(
  manifest: Manifest,
  targets: Targets,
  weights: Uint8Array,
): Promise<Pick<LoadedFiles, 'files' | 'selfCheck'>> {
  const bytesOf = (role: FileRole): Uint8Array => {
    if (role === 'weights') return weights;
    const file = manifest.files.find((candidate) => candidate.role === role);
    if (!file) throw new QualsError('model-damaged', `manifest.json names no file of role ${role}.`);
    return targetOf(targets, file);
  };
  const selfCheck = parseSelfCheck(new TextDecoder().decode(bytesOf('self-check')));
  return { files: await readModelFiles(manifest, bytesOf), selfCheck };
}

function targetOf(targets: Targets, file: ModelFile): Uint8Array<ArrayBuffer> {
  const target = targets.get(file);
  if (!target) throw new RangeError(`No memory was set aside for ${file.path}.`);
  return target;
}

/** Results in order. After a failure no further item starts; the running ones end first. */
async function inParallel<T, R>(items: readonly T[], atOnce: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  let failed = false;
  const worker = async (): Promise<void> => {
    while (next < items.length && !failed) {
      const index = next++;
      try {
        results[index] = await work(items[index] as T);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, worker));
  for (const outcome of ended) if (outcome.status === 'rejected') throw outcome.reason;
  return results;
}

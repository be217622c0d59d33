/** The contents of a model folder, from any source. */
import type { SupportHead } from '../../core/first-look/support-head.js';
import { type FileRole, type Manifest, parseJson } from './manifest.js';
import { parseSupportHead } from './support-head-file.js';

export interface ModelFiles {
  readonly manifest: Manifest;
  /** For GPUs: weights stay quantised. */
  readonly body: Uint8Array;
  readonly head: Uint8Array;
  /** For CPUs: the same weights, dequantised to float32 at load time. */
  readonly cpuBody: Uint8Array;
  readonly cpuHead: Uint8Array;
  /** The joined shards: external data of all graphs. */
  readonly weights: Uint8Array;
  /** tokenizer.json and tokenizer_config.json, parsed. */
  readonly tokenizer: unknown;
  readonly tokenizerConfig: unknown;
  /** Undefined for a model without one. */
  readonly supportHead?: SupportHead | undefined;
}

/**
 * `bytesOf`: the joined files of a role, in the manifest's order. Called once per role, in sequence. Throws
 * QualsError `model-damaged`, and errors of `bytesOf`.
 */
export async function readModelFiles(
  manifest: Manifest,
  bytesOf: (role: FileRole) => Uint8Array | Promise<Uint8Array>,
): Promise<ModelFiles> {
  const jsonOf = async (role: FileRole): Promise<unknown> => {
    const name = manifest.files.find((file) => file.role === role)?.path ?? role;
    return parseJson(new TextDecoder().decode(await bytesOf(role)), name);
  };
  const hasHead = manifest.files.some(({ role }) => role === 'support-head');
  return {
    manifest,
    body: await bytesOf('body'),
    head: await bytesOf('head'),
    cpuBody: await bytesOf('body-cpu'),
    cpuHead: await bytesOf('head-cpu'),
    weights: await bytesOf('weights'),
    tokenizer: await jsonOf('tokenizer'),
    tokenizerConfig: await jsonOf('tokenizer-config'),
    supportHead: hasHead ? parseSupportHead(await jsonOf('support-head'), manifest.architecture.width) : undefined,
  };
}

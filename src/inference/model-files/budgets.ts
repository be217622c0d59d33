/** Limits of a model's memory use on a device, besides its weights (docs/model-format.md, "budgets"). */
import type { Manifest } from './manifest.js';

/** 90 MiB: 2,048 tokens of a model with 45 kB a token. A larger KV cache beside a search takes too much of a tab's memory. */
const DEFAULT_KEPT_BYTES = 94_371_840;

const FLOAT32_BYTES = 4;

/** Tokens of the longest text whose KV cache may be kept between two scores. */
export function mostKeptTokens({ architecture, budgets }: Pick<Manifest, 'architecture' | 'budgets'>): number {
  const { layers, keyValueHeads, headSize } = architecture;
  const bytesPerToken = 2 * layers * keyValueHeads * headSize * FLOAT32_BYTES;
  return Math.floor((budgets?.keptBytes ?? DEFAULT_KEPT_BYTES) / bytesPerToken);
}

/**
 * QUALS as a typical implementation: the port with @huggingface/transformers. Its `generate` has no diverse beam search, so the
 * steps run one by one with the cache that `generate` uses. One prefill of the summary, its KV cache copied for the 60 paths,
 * full logits to JavaScript, and one forward pass per kept pair for teacher forcing.
 * `generate` itself would read the summary 60 times and be slower still.
 */
import { warmUp } from '../../workers/scorer/warm-up.js';
import { measureScore } from '../page/measure-score.js';
import { openGeneric } from './open-generic.js';

export interface GenericSettings {
  readonly paths: number;
  readonly threads: number;
  /** Each text is cut to this number of tokens. */
  readonly sourceTokens: number;
  readonly summaryTokens: number;
}

export interface GenericScore {
  /** NaN if no pair was kept. */
  readonly quals: number;
  /** `load`, the phases of a score, `perStep` and `total` (without loading). */
  readonly seconds: Readonly<Record<string, number>>;
  readonly bytesToJsPerStep: number;
}

/** `modelUrl`: a folder that `writeCausalModel` wrote, on this origin. Runs in its own worker, because settings last for its life. */
export async function scoreGeneric(
  modelUrl: string,
  source: string,
  summary: string,
  settings: GenericSettings,
): Promise<GenericScore> {
  const { threads, ...request } = settings;
  const started = performance.now();
  const { model, crossings } = await openGeneric(modelUrl, threads);
  await warmUp(model);
  const load = performance.now() - started;
  const scoring = await measureScore(model, { source, summary, ...request }, crossings);
  const milliseconds = { load, ...scoring.times, perStep: scoring.millisecondsPerStep, total: scoring.milliseconds };
  const seconds = Object.fromEntries(Object.entries(milliseconds).map(([phase, time]) => [phase, time / 1000]));
  return { quals: scoring.quals, seconds, bytesToJsPerStep: scoring.bytesToJsPerStep };
}

/**
 * QUALS as everybody else would build it: the port over @huggingface/transformers, whose `generate` knows no diverse
 * beam search, so that its steps are taken one by one with the cache that `generate` keeps. The summary is read once and
 * its keys and values copied for the 60 paths; full logits come to JavaScript; every kept pair is forced by a pass.
 * What `generate` itself would do, reading the summary 60 times, would be slower still.
 */
import { warmUp } from '../../workers/scorer/warm-up.js';
import { measureScore } from '../page/measure-score.js';
import { openGeneric } from './open-generic.js';

export interface GenericSettings {
  readonly paths: number;
  readonly threads: number;
  /** Tokens that each text is cut to. */
  readonly sourceTokens: number;
  readonly summaryTokens: number;
}

export interface GenericScore {
  /** NaN where no pair was kept. */
  readonly quals: number;
  /** `load`, the phases of a score, `perStep` and `total` (without loading). */
  readonly seconds: Readonly<Record<string, number>>;
  readonly bytesToJsPerStep: number;
}

/** `modelUrl`: a folder that `writeCausalModel` wrote, on this origin. In a worker of its own: settings hold for its life. */
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

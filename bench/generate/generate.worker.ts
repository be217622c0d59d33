/** `generate` in a worker, as the benchmark runs it. */
import { expose } from 'comlink';
import { prepareLibrary } from '../generic/open-generic.js';
import { openGenerate } from './open-generate.js';
import { type GenerateScore, scoreByGenerate } from './score-by-generate.js';
import type { ScoreRequest } from '../page/contract.js';

/** ONNX Runtime starts its threads from the script that it is bundled into: this one. */
const THREAD_NAME = 'em-pthread';

export interface GenerateRun extends GenerateScore {
  /** Milliseconds from the files on the server to a model that has run once. */
  readonly load: number;
  readonly sourceTokens: number;
  readonly summaryTokens: number;
}

/** `modelUrl`: a folder that `writeCausalModel` wrote, on this origin. Runs in its own worker. */
async function run(modelUrl: string, request: ScoreRequest, threads: number): Promise<GenerateRun> {
  const { location } = prepareLibrary(modelUrl, threads);
  const started = performance.now();
  const { model, vocabulary } = await openGenerate(location);
  const source = vocabulary.encode(request.source).slice(0, request.sourceTokens);
  const summary = vocabulary.encode(request.summary).slice(0, request.summaryTokens);
  const warm = summary.slice(0, 8);
  await scoreByGenerate(model, vocabulary, warm, warm, 1);
  const load = performance.now() - started;
  const score = await scoreByGenerate(model, vocabulary, source, summary, request.paths);
  const lengths = { sourceTokens: source.length, summaryTokens: summary.length };
  return { ...score, ...lengths, load };
}

export type RunGenerate = typeof run;

if (self.name !== THREAD_NAME) expose(run);

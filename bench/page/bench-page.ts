/** A page with only the benchmark's workers. */
import { wrap } from 'comlink';
import type { GenerateRun, RunGenerate } from '../generate/generate.worker.js';
import type { GenericScore, scoreGeneric } from '../generic/score-generic.js';
import type { Bench, ScoreRequest } from './contract.js';

declare global {
  interface Window {
    /** Each call starts a new worker: ONNX Runtime fixes its settings once per worker. */
    startBench: () => Bench;
    benchGeneric: (modelUrl: string, request: ScoreRequest, threads: number) => Promise<GenericScore>;
    benchGenerate: (modelUrl: string, request: ScoreRequest, threads: number) => Promise<GenerateRun>;
  }
}

let worker: Worker | undefined;

window.startBench = () => {
  worker?.terminate();
  worker = new Worker(new URL('./bench.worker.ts', import.meta.url), { type: 'module' });
  // Comlink's own type spreads promises over the members of a result; every method is a promise already.
  return wrap<Bench>(worker) as Bench;
};

window.benchGeneric = async (modelUrl, { source, summary, ...settings }, threads) => {
  worker?.terminate();
  worker = new Worker(new URL('../generic/generic.worker.ts', import.meta.url), { type: 'module' });
  return wrap<typeof scoreGeneric>(worker)(modelUrl, source, summary, { ...settings, threads });
};

window.benchGenerate = async (modelUrl, request, threads) => {
  worker?.terminate();
  worker = new Worker(new URL('../generate/generate.worker.ts', import.meta.url), { type: 'module' });
  return wrap<RunGenerate>(worker)(modelUrl, request, threads);
};

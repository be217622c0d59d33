/** A page with only the benchmark's workers. */
import { proxy, wrap } from 'comlink';
import type { GenerateRun, RunGenerate } from '../generate/generate.worker.js';
import type { GenericScore, scoreGeneric } from '../generic/score-generic.js';
import type { MemoryRequest, OnMoment, RunMemory } from '../memory/contract.js';
import type { Bench, Scoring, ScoreRequest } from './contract.js';

declare global {
  interface Window {
    /** Each call starts a new worker: ONNX Runtime fixes its settings once per worker. */
    startBench: () => Bench;
    benchGeneric: (modelUrl: string, request: ScoreRequest, threads: number) => Promise<GenericScore>;
    /** Calls `reachMoment`, which the benchmark puts into the page. */
    benchMemory: (request: MemoryRequest) => Promise<Scoring>;
    reachMoment: OnMoment;
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

window.benchMemory = async (request) => {
  worker?.terminate();
  worker = new Worker(new URL('../memory/memory.worker.ts', import.meta.url), { type: 'module' });
  const reach: OnMoment = (name, wasmBytes) => window.reachMoment(name, wasmBytes);
  return wrap<RunMemory>(worker)(request, proxy(reach));
};

/** A page with only the scoring worker, for tests of the worker. */
import '../../src/app/document/own-scripts.js';
import { proxy, wrap } from 'comlink';
import type { LoadProgress, Scorer, ScoreProgress } from '../../src/core/scorer.js';

export interface WorkerPage {
  readonly scorer: Scorer;
  readonly loadProgress: LoadProgress[];
  readonly scoreProgress: ScoreProgress[];
  readonly onLoad: (progress: LoadProgress) => void;
  readonly onScore: (progress: ScoreProgress) => void;
}

declare global {
  interface Window {
    workerPage: WorkerPage;
  }
}

const worker = new Worker(new URL('../../workers/scorer/scorer.worker.ts', import.meta.url), { type: 'module' });
const loadProgress: LoadProgress[] = [];
const scoreProgress: ScoreProgress[] = [];

window.workerPage = {
  // Comlink's own type spreads promises over the members of an outcome; every method is a promise already.
  scorer: wrap<Scorer>(worker) as Scorer,
  loadProgress,
  scoreProgress,
  onLoad: proxy((progress) => {
    loadProgress.push(progress);
  }),
  onScore: proxy((progress) => {
    scoreProgress.push(progress);
  }),
};

/** Scoring the summaries of the comparison, one after another. */
import { atom } from 'nanostores';
import type { Fault } from '../../core/errors.js';
import type { Texts } from '../scoring/document.js';
import { createRunState, type Running } from '../scoring/run.js';

/** `waiting`: ids still to come. `run`: how far the present one is; undefined while the model loads. */
export interface ComparingNow {
  readonly kind: 'running';
  readonly id: string;
  readonly waiting: readonly string[];
  readonly done: number;
  readonly run: Running | undefined;
  readonly stopping: boolean;
  readonly stop: () => void;
}

export type CompareRun =
  | { readonly kind: 'idle' }
  | ComparingNow
  | { readonly kind: 'stopped' }
  /** Score was pressed without an article, or with fewer than two summaries. */
  | { readonly kind: 'missing' }
  /** Something else uses the model. */
  | { readonly kind: 'busy' };

export type CompareView = 'texts' | 'results';

/** Why these texts have no score. */
export interface ComparedFault {
  readonly fault: Fault;
  readonly texts: Texts;
}

export function createCompareRunState() {
  const $compareRun = atom<CompareRun>({ kind: 'idle' });
  /** By the id of the summary. */
  const $compareFaults = atom<Readonly<Record<string, ComparedFault>>>({});
  /** The stages of one score are those of the form's run. */
  const one = createRunState();
  one.$run.listen((run) => {
    const now = $compareRun.get();
    if (now.kind === 'running') $compareRun.set({ ...now, run: run.kind === 'running' ? run : undefined });
  });
  /** Undefined: the result where there are scores, else the texts. */
  const $compareView = atom<CompareView | undefined>(undefined);
  return {
    $compareRun,
    $compareFaults,
    $compareView,
    $comparedRun: one.$run,
    startComparedRun: one.startRun,
    showComparedProgress: one.showRunProgress,
  };
}

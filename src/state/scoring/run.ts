/** The run: from Score to a result, a stop or a fault. */
import { atom } from 'nanostores';
import type { Fault } from '../../core/errors.js';
import type { Protocol } from '../../core/protocol.js';
import type { ScoreProgress, WrittenPair } from '../../core/scorer.js';
import type { Texts } from './document.js';

export type Stage = 'read-summary' | 'write-pairs' | 'keep-pairs' | 'read-source' | 'compare';

export const STAGES: readonly Stage[] = ['read-summary', 'write-pairs', 'keep-pairs', 'read-source', 'compare'];

/** The page that scores many texts. */
export type ManyOwner = 'compare' | 'batch';

export interface Running {
  readonly kind: 'running';
  readonly texts: Texts;
  readonly protocol: Protocol;
  /** Milliseconds since the epoch. */
  readonly since: number;
  readonly stopping: boolean;
  readonly stage: Stage;
  /** The latest report of each stage. */
  readonly reports: { readonly [stage in Stage]?: ScoreProgress };
  /** When each stage began, in milliseconds since the epoch. */
  readonly began: { readonly [stage in Stage]?: number };
  /** In the order in which they finished. */
  readonly written: readonly WrittenPair[];
}

export type RunState =
  | { readonly kind: 'idle' }
  /** Score was pressed before the model was loaded; the run starts when it is ready. */
  | { readonly kind: 'waiting' }
  | Running
  /** A page with many texts uses the model. */
  | { readonly kind: 'many'; readonly owner: ManyOwner }
  | { readonly kind: 'stopped'; readonly questionsWritten: number }
  | { readonly kind: 'failed'; readonly fault: Fault; readonly stage?: Stage };

/** Whether a run needs the model, now or as soon as it is loaded. A second run must wait, and the model must stay. */
export function usesModel({ kind }: RunState): boolean {
  return kind === 'running' || kind === 'waiting' || kind === 'many';
}

export function createRunState() {
  const $run = atom<RunState>({ kind: 'idle' });

  const startRun = (texts: Texts, protocol: Protocol, now: number): void => {
    $run.set({
      kind: 'running',
      texts,
      protocol,
      since: now,
      stopping: false,
      stage: 'read-summary',
      reports: {},
      began: { 'read-summary': now },
      written: [],
    });
  };

  const showRunProgress = (progress: ScoreProgress, now: number): void => {
    const run = $run.get();
    if (run.kind !== 'running') return;
    const stage = stageOf(progress, run.stage);
    const written = progress.phase === 'write-pairs' ? [...run.written, ...progress.written] : run.written;
    const began = run.began[stage] === undefined ? { ...run.began, [stage]: now } : run.began;
    $run.set({ ...run, stage, began, written, reports: { ...run.reports, [stage]: progress } });
  };

  const showStopping = (): void => {
    const run = $run.get();
    if (run.kind === 'running') $run.set({ ...run, stopping: true });
  };

  return { $run, startRun, showRunProgress, showStopping };
}

/** Kept pairs are teacher-forced given the summary before the article is read, and given the article afterwards. */
function stageOf(progress: ScoreProgress, now: Stage): Stage {
  switch (progress.phase) {
    case 'force-score':
    case 'answer':
      return now === 'read-source' || now === 'compare' ? 'compare' : 'keep-pairs';
    default:
      return progress.phase;
  }
}

/** The state of the QAGen model: its manifest before loading, and the progress of loading. */
import { atom } from 'nanostores';
import type { Fault } from '../../core/errors.js';
import type { LoadedModel, LoadProgress } from '../../core/scorer.js';

/** From manifest.json, read before any large file. */
export interface ModelFacts {
  readonly id: string;
  readonly version: string;
  readonly bytes: number;
}

export type DownloadProgress = Extract<LoadProgress, { readonly phase: 'download' }>;

export type ModelState =
  | { readonly kind: 'absent' }
  /** `download`: the last count of bytes, kept while the model is prepared. `since`: ms since the epoch. */
  | {
      readonly kind: 'loading';
      readonly phase: LoadProgress['phase'] | 'starting';
      readonly download?: DownloadProgress;
      readonly since: number;
    }
  /** The person cancelled; `bytesDone` are kept for the next attempt. */
  | { readonly kind: 'cancelled'; readonly bytesDone: number }
  | { readonly kind: 'ready'; readonly model: LoadedModel }
  | { readonly kind: 'failed'; readonly fault: Fault };

export function createModelState() {
  const $modelFacts = atom<ModelFacts | undefined>(undefined);
  const $model = atom<ModelState>({ kind: 'absent' });

  /** `now`: ms since the epoch. */
  const startLoading = (now: number): void => $model.set({ kind: 'loading', phase: 'starting', since: now });

  /** Callbacks are advisory and may come late: one that arrives after loading has ended changes nothing. */
  const showLoadProgress = (progress: LoadProgress): void => {
    const state = $model.get();
    if (state.kind !== 'loading') return;
    $model.set(
      progress.phase === 'download'
        ? { ...state, phase: 'download', download: progress }
        : { ...state, phase: progress.phase },
    );
  };

  return { $modelFacts, $model, startLoading, showLoadProgress };
}

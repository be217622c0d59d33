/** What a person can ask of the model. `src/app/session/session.ts` does it; features get it by context. */
import { createContext } from '@lit/context';
import type { Outcome } from '../../core/errors.js';
import type { RunOnDevice } from '../../core/record/result-record.js';
import type { Cancelled, Scored, Unscorable } from '../../core/score.js';
import type { ScoreProgress } from '../../core/scorer.js';
import type { Texts } from './document.js';
import type { ManyOwner } from './run.js';

/** A finished score with what its record says besides. */
export interface ScoredOne {
  readonly kind: 'done';
  readonly result: Scored | Unscorable;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly run: RunOnDevice;
}

/** Aborting `signal` ends the run at its next step. Summaries of one article, one after another, share its prefill. */
export type ScoreOne = (
  texts: Texts,
  watch: { readonly signal: AbortSignal; readonly onProgress: (progress: ScoreProgress) => void },
) => Promise<Outcome<ScoredOne | Cancelled>>;

export interface Session {
  /** Download (or read from storage) and prepare the model. Does nothing while it loads or once it is ready. */
  load(): Promise<void>;
  /** Stop loading. Verified files stay stored. */
  cancelLoad(): void;
  /** Score the texts, after loading the model if needed. */
  score(): Promise<void>;
  /**
   * Lets a page score texts of its own, after loading the model if needed. `work` gets the function that scores one text; the model
   * belongs to `owner` until `work` ends. False, without calling `work`, if something else uses the model.
   */
  scoreMany(owner: ManyOwner, work: (score: ScoreOne) => Promise<void>): Promise<boolean>;
  /** Returns at once; the run ends at its next step, or after 3 s together with the worker. */
  stop(): void;
  /** Start again on another device. */
  reload(): Promise<void>;
  /** Delete the model's files from this device. */
  removeModel(): Promise<void>;
  /** Keep as many whole sentences of the article as fit the model's context; the previous texts are saved. */
  cutSource(keep: 'beginning' | 'end'): Promise<void>;
}

export const sessionContext = createContext<Session>(Symbol('session'));

/** What a person can ask of the model. `src/app/session/session.ts` does it; features get it by context. */
import { createContext } from '@lit/context';

export interface Session {
  /** Download (or read from storage) and prepare the model. Does nothing while it loads or once it is ready. */
  load(): Promise<void>;
  /** Stop loading. Verified files stay stored. */
  cancelLoad(): void;
  /** Score the texts, after loading the model if needed. */
  score(): Promise<void>;
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

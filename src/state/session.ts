/** What a person can ask the page to do with the model. `src/app/session.ts` does it; features ask for it by context. */
import { createContext } from '@lit/context';

export interface Session {
  /** Fetch (or read from storage) and prepare the model. Does nothing while it loads or once it is ready. */
  load(): Promise<void>;
  /** Stop loading. What has been verified stays in storage. */
  cancelLoad(): void;
  /** Score the texts, after loading the model where that is needed. */
  score(): Promise<void>;
  /** Answers at once; the run ends at its next step, or after 3 s with the worker. */
  stop(): void;
  /** Start again on another device. */
  reload(): Promise<void>;
  /** Delete the model's files from this device. */
  removeModel(): Promise<void>;
  /** Keep as many whole sentences of the article as the model can read; what was there is put aside. */
  cutSource(keep: 'beginning' | 'end'): Promise<void>;
}

export const sessionContext = createContext<Session>(Symbol('session'));

/** The project's own examples, each scored beforehand with the model that ships. Small lists first; a result when it is asked for. */
import { atom } from 'nanostores';
import type { Protocol } from '../core/protocol.js';
import type { Scored, Unscorable } from '../core/score.js';
import type { Texts } from './document.js';

/** A row of public/examples/index.json, which scripts/score-examples.ts writes. */
export interface ExampleEntry {
  readonly id: string;
  readonly title: string;
  readonly outcome?: 'scored' | 'unscorable';
  readonly quals?: number;
  /** How it was scored. */
  readonly protocol?: Protocol;
}

/** public/examples/<id>.json. */
export interface Example extends Texts {
  readonly id: string;
  readonly title: string;
  /** What is known to be wrong in the summary, whatever its score. */
  readonly note: string;
  /** Missing until the model that ships has scored it. */
  readonly result?: Scored | Unscorable;
}

export type ExamplesState =
  | { readonly kind: 'unread' }
  /** `unreachable`: the last one that was asked for could not be read; the list stays. */
  | { readonly kind: 'read'; readonly entries: readonly ExampleEntry[]; readonly unreachable?: boolean }
  | { readonly kind: 'failed' };

export function createExamplesState() {
  const $examples = atom<ExamplesState>({ kind: 'unread' });
  /** The one that is shown as the worked example. */
  const $example = atom<Example | undefined>(undefined);
  return { $examples, $example };
}

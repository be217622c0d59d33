/** The project's examples, scored in advance with the shipped model. Loads the list first, and a result on request. */
import { atom } from 'nanostores';
import type { Protocol } from '../../core/protocol.js';
import type { Scored, Unscorable } from '../../core/score.js';
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
  /** The known error of the summary, whatever its score. */
  readonly note: string;
  /** Missing until the shipped model has scored it. */
  readonly result?: Scored | Unscorable;
}

export type ExamplesState =
  | { readonly kind: 'unread' }
  /** `unreachable`: the last requested example could not be read; the list stays. */
  | { readonly kind: 'read'; readonly entries: readonly ExampleEntry[]; readonly unreachable?: boolean }
  | { readonly kind: 'failed' };

export function createExamplesState() {
  const $examples = atom<ExamplesState>({ kind: 'unread' });
  /** The one that is shown as the worked example. */
  const $example = atom<Example | undefined>(undefined);
  /** The folder that holds models/ and examples/; set when the page starts. */
  const $base = atom(new URL('about:blank'));
  return { $examples, $example, $base };
}

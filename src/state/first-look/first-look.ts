/** The first look at the texts in the form: what it said last, and what it does now. */
import { atom } from 'nanostores';
import type { Fault } from '../../core/errors.js';
import type { TakenLook } from '../../core/scorer.js';
import type { Texts } from '../scoring/document.js';

export type LookState =
  /** No model, a model without a support head, or switched off. */
  | { readonly kind: 'off' }
  /** The texts cannot be read: empty or too long. */
  | { readonly kind: 'unreadable'; readonly fault: Fault }
  | { readonly kind: 'other-script' }
  /** From an edit to its marks: the pause and the pass. */
  | { readonly kind: 'looking' }
  /** `$look` belongs to the present texts. */
  | { readonly kind: 'taken' }
  /** The last looks after an edit took too long. */
  | { readonly kind: 'slow'; readonly seconds: number; readonly articleKept: boolean }
  /** The worker or the GPU was lost. */
  | { readonly kind: 'failed'; readonly fault: Fault };

export interface LookAtTexts extends TakenLook {
  readonly texts: Texts;
}

export function createFirstLookState() {
  const $lookState = atom<LookState>({ kind: 'off' });
  /** The last one; kept over an edit, so that unchanged words keep their marks until it is renewed. */
  const $look = atom<LookAtTexts | undefined>(undefined);
  /** A person wants looks on a device that is slow. Until the model is loaded again. */
  const $lookAnyway = atom(false);
  const lookAnyway = (): void => $lookAnyway.set(true);
  return { $lookState, $look, $lookAnyway, lookAnyway };
}

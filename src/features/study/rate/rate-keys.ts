/**
 * Keys of the rating page. They act while the focus is in it and not in a field for text, so that they do not get in the way of a
 * screen reader's or another part's keys (WCAG 2.1.4).
 */
import { SIDE_ANSWERS, type SideAnswer } from '../../../core/study/side-order.js';
import { AXES, type Axis } from '../../../core/study/study.js';

export type RateAction =
  | { readonly kind: 'answer'; readonly axis: Axis; readonly answer: SideAnswer }
  | { readonly kind: 'next' | 'previous' | 'skip' };

/** The first key of a question, from 1. Three follow each other. */
export function firstKeyOf(axis: Axis): number {
  return 1 + SIDE_ANSWERS.length * AXES.indexOf(axis);
}

/** Undefined for a key that means nothing here. */
export function actionOf(event: KeyboardEvent): RateAction | undefined {
  const { key, ctrlKey, metaKey, altKey } = event;
  const target = event.composedPath()[0];
  if (ctrlKey || metaKey || altKey || event.defaultPrevented || isWriting(target)) return undefined;
  if (/^[1-9]$/.test(key)) {
    const place = Number(key) - 1;
    const axis = AXES[Math.floor(place / SIDE_ANSWERS.length)];
    const answer = SIDE_ANSWERS[place % SIDE_ANSWERS.length];
    return axis && answer && { kind: 'answer', axis, answer };
  }
  // On a button, Enter presses it.
  if (key === 'Enter') return isPressed(target) ? undefined : { kind: 'next' };
  if (key === 'p' || key === 'P') return { kind: 'previous' };
  return key === 's' || key === 'S' ? { kind: 'skip' } : undefined;
}

function isWriting(target: EventTarget | undefined): boolean {
  return target instanceof HTMLTextAreaElement;
}

function isPressed(target: EventTarget | undefined): boolean {
  return target instanceof HTMLElement && target.closest('button, a, summary') !== null;
}

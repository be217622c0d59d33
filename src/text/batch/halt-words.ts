/** Why the run over a batch ended early, and what a person can do about it. */
import type { HaltReason } from '../../state/batch/batch.js';
import { describeMethod } from '../../core/method/scoring-method.js';
import { faultWords } from '../faults.js';

export interface HaltWords {
  readonly title: string;
  readonly reason: string;
  readonly detail: string;
}
export function haltWords(reason: HaltReason): HaltWords {
  switch (reason.kind) {
    case 'fault': {
      const { title, reason: why } = faultWords(reason.fault);
      return { title, reason: `${why} ${KEPT}`, detail: `${reason.fault.code}: ${reason.fault.detail}` };
    }
    case 'other-method':
      return {
        title: 'This batch was scored with another model or other settings',
        reason: `Its rows: ${describeMethod(reason.before)}. Now: ${describeMethod(reason.now)}. These scores are not comparable. Go back to the earlier model and settings, or score all rows again.`,
        detail: '',
      };
    case 'busy':
      return {
        title: 'The model scores something else now',
        reason: `Try again when it has ended. ${KEPT}`,
        detail: '',
      };
    case 'other-tab':
      return {
        title: 'Another tab scores a batch',
        reason: `Only one tab at a time can score a batch. Pause it there, or wait. ${KEPT}`,
        detail: '',
      };
    case 'gone':
      return { title: 'This batch was deleted in another tab', reason: 'Choose its file again.', detail: '' };
    case 'storage':
      return {
        title: 'The browser could not store or read rows',
        reason:
          'The device may be full, or the browser refuses storage. Export the finished rows, free some space, then go on.',
        detail: reason.detail,
      };
  }
}
const KEPT = 'Finished rows are kept.';
export const SCORE_ALL_AGAIN = 'Score all rows again';
export const SCORE_ALL_SURE = 'Delete the results of all rows, and score the rows again?';
export const SCORE_ALL_YES = 'Delete and score again';
export const SCORE_ALL_NO = 'Keep the results';
export const AGAIN = 'Try again';

/** Why the search's pairs were dropped, said in the table of dropped pairs and in the tree of paths. */
import type { DropReason } from '../../core/score.js';

export const DROP_REASONS: Readonly<Record<DropReason, string>> = {
  'no-separator': 'not one question with one answer',
  'answer-not-in-summary': 'answer not in the summary',
  'duplicate-question': 'asked already',
  'over-cap': 'enough pairs were kept',
};

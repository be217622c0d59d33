/** Every state that is tested for accessibility, on narrow screens and against its stored pictures. */
import { COMPARE_STATES } from './compare-states.js';
import { BATCH_STATES } from './batch-states.js';
import { KEPT_STATES } from './kept-states.js';
import type { PageState } from './page-state.js';
import { LOOK_STATES } from './look-states.js';
import { RESULT_STATES } from './result-states.js';
import { STUDY_STATES } from './study-states.js';
import { VISIT_STATES } from './visit-states.js';

export const PAGE_STATES: Readonly<Record<string, PageState>> = {
  ...VISIT_STATES,
  ...RESULT_STATES,
  ...COMPARE_STATES,
  ...BATCH_STATES,
  ...STUDY_STATES,
  ...LOOK_STATES,
  ...KEPT_STATES,
};

/** Every state that is tested for accessibility, on narrow screens and against its stored pictures. */
import { KEPT_STATES } from './kept-states.js';
import type { PageState } from './page-state.js';
import { RESULT_STATES } from './result-states.js';
import { VISIT_STATES } from './visit-states.js';

export const PAGE_STATES: Readonly<Record<string, PageState>> = { ...VISIT_STATES, ...RESULT_STATES, ...KEPT_STATES };

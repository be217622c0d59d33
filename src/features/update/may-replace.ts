/** Whether a newer version of the page may take the place of this one. */
import type { ModelState } from '../../state/scoring/model.js';
import { type RunState, usesModel } from '../../state/scoring/run.js';

/** Not under a run or a load: replacing the page would end it. */
export function mayReplacePage(run: RunState, model: ModelState): boolean {
  return !usesModel(run) && model.kind !== 'loading';
}

/** What the settings offer of the model. While a run uses it, it is neither moved to another device nor removed. */
import type { ModelState } from '../../state/scoring/model.js';
import { type RunState, usesModel } from '../../state/scoring/run.js';
import { DEVICE, DEVICE_IN_USE, DEVICE_LATER, deviceNow } from '../../text/form/settings-words.js';
import type { Choice } from './choice.js';

export function deviceChoice(model: ModelState, run: RunState): Choice {
  const inUse = usesModel(run);
  const choices = DEVICE.choices.map((choice) => ({ ...choice, disabled: inUse }));
  const note = inUse ? DEVICE_IN_USE : DEVICE.note;
  if (model.kind === 'loading') return { ...DEVICE, choices, note: DEVICE_LATER };
  return { ...DEVICE, choices, note: model.kind === 'ready' ? `${note} ${deviceNow(model.model)}` : note };
}

/** All that one page element knows. Each root element makes a state of its own; its parts take it by context. */
import { createContext } from '@lit/context';
import { createCalibrationState } from './calibration.js';
import { createDocumentState } from './document.js';
import { createExamplesState } from './examples.js';
import { createIds } from './ids.js';
import { createModelState } from './model.js';
import { createOfflineState } from './offline.js';
import { createPlaceState } from './place.js';
import { createResultState } from './result.js';
import { createRunState } from './run.js';
import { createSettingsState } from './settings.js';
import { createStorageState } from './storage.js';

export type PageState = ReturnType<typeof createPageState>;

export const pageStateContext = createContext<PageState>(Symbol('page state'));

export function createPageState() {
  return {
    ...createCalibrationState(),
    ...createDocumentState(),
    ...createExamplesState(),
    ...createIds(),
    ...createModelState(),
    ...createOfflineState(),
    ...createPlaceState(),
    ...createResultState(),
    ...createRunState(),
    ...createSettingsState(),
    ...createStorageState(),
  };
}

/** All that one page element knows. Each root element makes a state of its own; its parts take it by context. */
import { createContext } from '@lit/context';
import { createBatchState } from './batch/batch.js';
import { createCalibrationState } from './scoring/calibration.js';
import { createComparisonState } from './compare/comparison.js';
import { createCompareRunState } from './compare/compare-run.js';
import { createDocumentState } from './scoring/document.js';
import { createFirstLookState } from './first-look/first-look.js';
import { createExamplesState } from './scoring/examples.js';
import { createHistoryState } from './history/history.js';
import { createIds } from './page/ids.js';
import { createModelState } from './scoring/model.js';
import { createOfflineState } from './page/offline.js';
import { createPlaceState } from './page/place.js';
import { createResultState } from './scoring/result.js';
import { createRunState } from './scoring/run.js';
import { createSettingsState } from './page/settings.js';
import { createSharedState } from './share/shared.js';
import { createStorageState } from './page/storage.js';
import { createStudyState } from './study/study-state.js';

export type PageState = ReturnType<typeof createPageState>;

export const pageStateContext = createContext<PageState>(Symbol('page state'));

export function createPageState() {
  return {
    ...createBatchState(),
    ...createCalibrationState(),
    ...createComparisonState(),
    ...createCompareRunState(),
    ...createDocumentState(),
    ...createExamplesState(),
    ...createFirstLookState(),
    ...createHistoryState(),
    ...createIds(),
    ...createModelState(),
    ...createOfflineState(),
    ...createPlaceState(),
    ...createResultState(),
    ...createRunState(),
    ...createSettingsState(),
    ...createSharedState(),
    ...createStorageState(),
    ...createStudyState(),
  };
}

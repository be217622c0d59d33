/** All that one page element knows. Each root element makes a state of its own; its parts take it by context. */
import { createContext } from '@lit/context';
import { createCalibrationState } from './calibration.js';
import { createOfflineState } from './offline.js';

export type PageState = ReturnType<typeof createPageState>;

export const pageStateContext = createContext<PageState>(Symbol('page state'));

export function createPageState() {
  return {
    ...createCalibrationState(),
    ...createOfflineState(),
  };
}

/** Whether the browser keeps texts, settings and the last result (state/page/remember.ts). */
import { atom } from 'nanostores';

/** `refused`: nothing is kept. `full`: there is no room for what is new. The page says both. */
export type StorageState = 'kept' | 'refused' | 'full';

export function createStorageState() {
  const $storage = atom<StorageState>('kept');
  return { $storage };
}

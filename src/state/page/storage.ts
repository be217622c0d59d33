/** Whether the browser keeps texts, settings and the last result (state/remember.ts). */
import { atom } from 'nanostores';

export function createStorageState() {
  /** `refused`: nothing is kept, and the page says so. */
  const $storage = atom<'kept' | 'refused'>('kept');
  return { $storage };
}

/** Writes values for the next visit, and keeps `$storage` true: what was not written is tried again once there is room. */
import type { WritableAtom } from 'nanostores';
import type { CurrentKey } from '../../storage/current-schema.js';
import type { Database } from '../../storage/database.js';
import { isFull } from '../../storage/is-full.js';
import type { StorageState } from './storage.js';

/** `make`: gives the value when it is written, since a later write may need it again. Never rejects. */
export type WriteValue = (key: CurrentKey, make: () => unknown) => Promise<void>;

export function createWriteValue(
  $storage: WritableAtom<StorageState>,
  { writeCurrent }: Pick<Database, 'writeCurrent'>,
): WriteValue {
  const newest = new Map<CurrentKey, () => unknown>();
  const failed = new Map<CurrentKey, 'refused' | 'full'>();

  /** True where it was written. */
  const attempt = async (key: CurrentKey): Promise<boolean> => {
    try {
      await writeCurrent(key, newest.get(key)?.());
      failed.delete(key);
    } catch (error) {
      failed.set(key, isFull(error) ? 'full' : 'refused');
    }
    return !failed.has(key);
  };

  return async (key, make) => {
    newest.set(key, make);
    const before = [...failed.keys()].filter((each) => each !== key);
    if (await attempt(key)) for (const each of before) await attempt(each);
    const faults = [...failed.values()];
    $storage.set(faults.includes('refused') ? 'refused' : (faults[0] ?? 'kept'));
  };
}

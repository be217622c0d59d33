/** Writes values for the next visit, and keeps `$storage` true: what was not written is tried again once there is room. */
import type { WritableAtom } from 'nanostores';
import type { CurrentKey } from '../../storage/current-schema.js';
import type { Database } from '../../storage/database.js';
import { isFull } from '../../storage/is-full.js';
import type { StorageState } from './storage.js';

export interface WriteValue {
  /** `make`: gives the value when it is written, since a later write may need it again. Never rejects. */
  (key: CurrentKey, make: () => unknown): Promise<void>;
  /** Writes again all that was not written, its newest value each. Does nothing where all is stored. Never rejects. */
  retry(): Promise<void>;
}

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

  /** All at once: a page that is about to close has no time to wait for one before the next. */
  const attemptAll = async (keys: readonly CurrentKey[]): Promise<void> => {
    await Promise.all(keys.map(attempt));
    const faults = [...failed.values()];
    $storage.set(faults.includes('refused') ? 'refused' : (faults[0] ?? 'kept'));
  };

  const write = async (key: CurrentKey, make: () => unknown): Promise<void> => {
    newest.set(key, make);
    const before = [...failed.keys()].filter((each) => each !== key);
    await attemptAll((await attempt(key)) ? before : []);
  };
  const retry = async (): Promise<void> => {
    if (failed.size > 0) await attemptAll([...failed.keys()]);
  };
  return Object.assign(write, { retry });
}

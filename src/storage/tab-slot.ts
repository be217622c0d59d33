/**
 * Each tab keeps its texts and results in a slot of its own, so that two tabs do not overwrite each other. A new tab goes on with
 * the slot that was written last: in it, if no open tab has it, else in a copy of it.
 */
import { type CurrentDatabase, keyInSlot, TAB_KEYS } from './current-schema.js';

/** In session storage: the slot of this tab, over a reload. */
const KEY = 'quals-tab';
/** In the database: slots, the one that was written last first. */
const SLOTS = 'tabs';
/** A tab that is not among them any more begins with a copy of another's texts. */
const MOST_SLOTS = 8;

/** The slot belongs to this tab until `signal`, or until the tab closes. */
export async function takeSlot(db: CurrentDatabase, signal: AbortSignal): Promise<string> {
  const slots = listOf(await db.get('current', SLOTS));
  const own = slots.find((slot) => slot === readOwn());
  const from = own ?? slots[0];
  if (from !== undefined && (await hold(from, signal, from === own))) return noteOwn(from);
  const to = crypto.getRandomValues(new Uint32Array(2)).join('-');
  try {
    await copy(db, from, to);
  } catch {
    // A full device has no room for a copy. Better a slot that two tabs write than texts that are not shown.
    return from ?? to;
  }
  await hold(to, signal, true);
  return noteOwn(to);
}

/** After a value was written into the slot. */
export async function noteWritten(db: CurrentDatabase, slot: string): Promise<void> {
  const { store, done } = db.transaction('current', 'readwrite');
  const slots = listOf(await store.get(SLOTS));
  if (slots[0] !== slot) await store.put([slot, ...slots.filter((each) => each !== slot)], SLOTS);
  await done;
}

/** `from`: undefined for the values of a version of the page that had no slots; they move. */
async function copy(db: CurrentDatabase, from: string | undefined, to: string): Promise<void> {
  const { store, done } = db.transaction('current', 'readwrite');
  for (const key of TAB_KEYS) {
    const value = await store.get(from === undefined ? key : keyInSlot(from, key));
    if (value !== undefined) await store.put(value, keyInSlot(to, key));
    if (from === undefined) await store.delete(key);
  }
  const slots = [to, ...listOf(await store.get(SLOTS))];
  for (const old of slots.slice(MOST_SLOTS)) {
    for (const key of TAB_KEYS) await store.delete(keyInSlot(old, key));
  }
  await store.put(slots.slice(0, MOST_SLOTS), SLOTS);
  await done;
}

/** True where no other tab has the slot. `unlocked`: the answer of a browser without locks. */
function hold(slot: string, signal: AbortSignal, unlocked: boolean): Promise<boolean> {
  const { locks } = (globalThis.navigator as Partial<Navigator> | undefined) ?? {};
  if (!locks) return Promise.resolve(unlocked);
  return new Promise((resolve) => {
    const keep = (lock: Lock | null): Promise<void> | void => {
      resolve(lock !== null);
      if (lock && !signal.aborted) return new Promise((release) => signal.addEventListener('abort', () => release()));
    };
    locks.request(`${KEY}-${slot}`, { ifAvailable: true }, keep).catch(() => resolve(unlocked));
  });
}

function readOwn(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    // Refused: after a reload the tab is like a new one.
    return undefined;
  }
}

function noteOwn(slot: string): string {
  try {
    sessionStorage.setItem(KEY, slot);
  } catch {
    // As above.
  }
  return slot;
}

function listOf(stored: unknown): string[] {
  return Array.isArray(stored) ? stored.filter((each) => typeof each === 'string') : [];
}

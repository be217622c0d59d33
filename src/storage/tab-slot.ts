/**
 * Each tab keeps its texts and results in a slot of its own, so that two tabs do not overwrite each other. A new tab goes on with
 * the slot that was written last: in it, if no open tab has it, else in a copy of it.
 */
import { type CurrentDatabase, keyInSlot, TAB_KEYS } from './current-schema.js';

/** In session storage: the slot of this tab, over a reload. */
const KEY = 'quals-tab';
/** In the database: slots, the one that was written last first. */
const SLOTS = 'tabs';
/** Besides those of open tabs. A tab whose slot is gone begins with a copy of another's texts. */
const MOST_SLOTS = 8;

/**
 * The slot belongs to this tab until `signal`, or until the tab closes. `isEmpty`: it begins without texts, because the tab could not
 * read those of an earlier visit and must not write over them.
 */
export async function takeSlot(db: CurrentDatabase, signal: AbortSignal, isEmpty = false): Promise<string> {
  // On a full device they stay where they are, and are read there.
  await moveValuesWithoutSlot(db).catch(() => undefined);
  const slots = listOf(await db.get('current', SLOTS));
  const own = slots.find((slot) => slot === readOwn());
  const from = isEmpty ? undefined : (own ?? slots[0]);
  if (from !== undefined && (await hold(from, signal, from === own))) return noteOwn(from);
  const to = newSlot();
  try {
    await add(db, to, from, await openSlots());
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

/** A version of the page that had no slots wrote its values without one. They become the newest slot. */
async function moveValuesWithoutSlot(db: CurrentDatabase): Promise<void> {
  const { store, done } = db.transaction('current', 'readwrite');
  const slot = newSlot();
  let hasMoved = false;
  for (const key of TAB_KEYS) {
    const value = await store.get(key);
    if (value === undefined) continue;
    await store.put(value, keyInSlot(slot, key));
    await store.delete(key);
    hasMoved = true;
  }
  if (hasMoved) await store.put([slot, ...listOf(await store.get(SLOTS))], SLOTS);
  await done;
}

/** A copy of the slot `from`, or an empty slot. The oldest ones go, but none that is `open`. */
async function add(
  db: CurrentDatabase,
  to: string,
  from: string | undefined,
  open: ReadonlySet<string>,
): Promise<void> {
  const { store, done } = db.transaction('current', 'readwrite');
  const slots = listOf(await store.get(SLOTS));
  const isKept = (slot: string, at: number): boolean => at < MOST_SLOTS - 1 || open.has(slot);
  for (const key of TAB_KEYS) {
    const value = from === undefined ? undefined : await store.get(keyInSlot(from, key));
    if (value !== undefined) await store.put(value, keyInSlot(to, key));
    for (const old of slots.filter((slot, at) => !isKept(slot, at))) await store.delete(keyInSlot(old, key));
  }
  await store.put([to, ...slots.filter(isKept)], SLOTS);
  await done;
}

function newSlot(): string {
  return crypto.getRandomValues(new Uint32Array(2)).join('-');
}

/** Slots of the tabs that are open now. None in a browser without locks. */
async function openSlots(): Promise<ReadonlySet<string>> {
  const { held = [] } =
    (await locksOf()
      ?.query()
      .catch(() => undefined)) ?? {};
  return new Set(held.map(({ name = '' }) => name.replace(`${KEY}-`, '')));
}

function locksOf(): LockManager | undefined {
  return (globalThis.navigator as Partial<Navigator> | undefined)?.locks;
}

/** True where no other tab has the slot. `unlocked`: the answer of a browser without locks. */
function hold(slot: string, signal: AbortSignal, unlocked: boolean): Promise<boolean> {
  const locks = locksOf();
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

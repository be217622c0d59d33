import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type CurrentDatabase, type CurrentSchema, keyInSlot } from './current-schema.js';
import { takeSlot } from './tab-slot.js';
import { shareLocks } from './testing/shared-locks.js';

let db: CurrentDatabase;

/** A new tab, with its own session storage. `close` frees its slot. */
async function openTab(isEmpty = false): Promise<{ slot: string; close: () => Promise<void> }> {
  const storage = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => void storage.set(key, value),
  });
  const visit = new AbortController();
  const slot = await takeSlot(db, visit.signal, isEmpty);
  const close = async (): Promise<void> => {
    visit.abort();
    await new Promise((resolve) => setTimeout(resolve, 1));
  };
  return { slot, close };
}

const textsIn = (slot: string): Promise<unknown> => db.get('current', keyInSlot(slot, 'texts'));

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  shareLocks();
  db = await openDB<CurrentSchema>('quals', 1, { upgrade: (made) => void made.createObjectStore('current') });
});
afterEach(() => vi.unstubAllGlobals());

it('keeps the texts of an open tab, whatever number of tabs come after it', async () => {
  const idle = await openTab();
  await db.put('current', 'Of the idle tab.', keyInSlot(idle.slot, 'texts'));
  const others = [];
  for (let count = 0; count < 10; count++) others.push(await openTab());
  expect(await textsIn(idle.slot)).toBe('Of the idle tab.');
});

it('drops the oldest slots of closed tabs', async () => {
  const slots: string[] = [];
  const worked = await openTab();
  await db.put('current', 'Mine.', keyInSlot(worked.slot, 'texts'));
  for (let count = 0; count < 9; count++) {
    const { slot, close } = await openTab();
    // Held again by nobody, and not the newest one when the next tab opens.
    slots.push(slot);
    await db.put('current', [worked.slot, ...slots.toReversed().filter((each) => each !== worked.slot)], 'tabs');
    await close();
  }
  const left = await Promise.all(slots.map(textsIn));
  expect(left.filter((texts) => texts !== undefined)).toHaveLength(7);
  expect(left[0]).toBeUndefined();
  expect(await textsIn(worked.slot)).toBe('Mine.');
});

it('moves values without a slot once, also where two tabs open together', async () => {
  await db.put('current', 'Of an older version.', 'texts');
  const [first, second] = await Promise.all([openTab(), openTab()]);
  expect(first.slot).not.toBe(second.slot);
  expect(await Promise.all([first, second].map(({ slot }) => textsIn(slot)))).toEqual([
    'Of an older version.',
    'Of an older version.',
  ]);
  expect(await db.get('current', 'texts')).toBeUndefined();
});

it('gives a tab that could not read its texts an empty slot, and leaves the others as they are', async () => {
  const first = await openTab();
  await db.put('current', 'Of an earlier visit.', keyInSlot(first.slot, 'texts'));
  await first.close();
  const { slot } = await openTab(true);
  expect(slot).not.toBe(first.slot);
  expect(await textsIn(slot)).toBeUndefined();
  expect(await textsIn(first.slot)).toBe('Of an earlier visit.');
});

/** What the page shows again after a reload, as the database `quals` has it. */
import type { DBSchema, IDBPDatabase } from 'idb';

/** Each tab has its own (`tab-slot.ts`). */
export const TAB_KEYS = [
  'texts',
  'texts-aside',
  'result',
  'comparison',
  'comparison-aside',
  'comparison-scores',
] as const;

type TabKey = (typeof TAB_KEYS)[number];

/** All tabs share the settings. */
export type CurrentKey = TabKey | 'settings';

export interface CurrentSchema extends DBSchema {
  /** Values of a tab by slot and key, others by key alone. */
  readonly current: { readonly key: string; readonly value: unknown };
}

export type CurrentDatabase = IDBPDatabase<CurrentSchema>;

export function isOfTab(key: CurrentKey): key is TabKey {
  return key !== 'settings';
}

export function keyInSlot(slot: string, key: TabKey): string {
  return `${slot}/${key}`;
}

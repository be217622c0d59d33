/** What the page shows of the history. */
import type { HistoryRows } from '../../storage/history/history-store.js';
import type { HistoryItem } from './history-entry.js';

export type HistoryNotice =
  /** Storage was full: the oldest entries that were not pinned made room. */
  | { readonly kind: 'made-room'; readonly removed: number }
  /** There was no room for a result, even then. */
  | { readonly kind: 'no-room'; readonly title: string }
  | { readonly kind: 'failed'; readonly detail: string };

export interface HistoryState {
  /** `device`: in this browser. `tab`: the browser refuses storage. `none`: an embedded page keeps nothing. */
  readonly place: 'device' | 'tab' | 'none';
  /** Why the place is the tab. `newer-page`: a newer version of the page, in another tab, has changed the database. */
  readonly refusal?: 'refused' | 'newer-page';
  readonly isOn: boolean;
  /** Undefined until it is read. */
  readonly items: readonly HistoryItem[] | undefined;
  readonly notice?: HistoryNotice | undefined;
}

/** What was deleted, to bring it back. */
export interface Removed {
  readonly id: string;
  readonly title: string;
  readonly rows: HistoryRows;
}

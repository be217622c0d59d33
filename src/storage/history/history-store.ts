/** Where kept results are. Values are read as `unknown`: another version of the page may have written them. */

/** `entries`: what the list shows. `texts`: what the search looks in. `contents`: the results, compressed. Each by the entry's id. */
export const HISTORY_TABLES = ['entries', 'texts', 'contents'] as const;

type HistoryTable = (typeof HISTORY_TABLES)[number];

/** The values of one entry. */
export type HistoryRows = { readonly [table in HistoryTable]?: unknown };

/** `isOn`: false where the person turned the history off. `madeRoom`: entries deleted when storage was full, until it is read. */
export type HistoryChoice = 'isOn' | 'madeRoom';

/** Every method rejects where the browser refuses; `write` also where there is no room (`QuotaExceededError`). */
export interface HistoryStore {
  readonly readAll: (table: HistoryTable) => Promise<ReadonlyMap<string, unknown>>;
  /** The ids of entries with a content. */
  readonly contentIds: () => Promise<ReadonlySet<string>>;
  readonly read: (id: string) => Promise<HistoryRows>;
  /** Leaves tables alone that `rows` does not name. All or nothing. */
  readonly write: (id: string, rows: HistoryRows) => Promise<void>;
  readonly remove: (ids: readonly string[]) => Promise<void>;
  readonly readChoice: (choice: HistoryChoice) => Promise<unknown>;
  readonly writeChoice: (choice: HistoryChoice, value: unknown) => Promise<void>;
}

/** A new entry of the history: what its list, its search and its contents get. */
import { RECORD_VERSION, type ResultRecord } from '../../core/record/result-record.js';
import type { HistoryRows } from '../../storage/history/history-store.js';
import { ENTRY_VERSION } from './entry-versions.js';
import { foldForSearch } from './find-items.js';
import { encodeContents, searchTextOf } from './history-contents.js';
import type { HistoryEntry, HistoryKind } from './history-entry.js';

/** Results that the entry holds itself. */
interface KeepRecords {
  readonly kind: HistoryKind;
  /** Missing or blank: the beginning of the first summary. */
  readonly title?: string | undefined;
  /** At least one. */
  readonly records: readonly ResultRecord[];
  /** Id of the entry that is replaced, if all its results are among these. */
  readonly continues?: string | undefined;
  readonly batch?: undefined;
}

/** A batch, which is stored already: the entry names it. */
interface KeepBatch {
  readonly kind: 'batch';
  readonly title: string;
  /** Its id in the database of the batch page. */
  readonly batch: string;
  readonly rows: number;
  /** QUALS of each row with a score. */
  readonly scores: readonly number[];
  /** What the search looks in. */
  readonly texts: readonly string[];
}

export type Keep = KeepRecords | KeepBatch;

export interface EntryFacts {
  readonly id: string;
  readonly keptAt: string;
  readonly pinned: boolean;
}

/** Not randomUUID, which insecure pages lack. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join('-');
}

export async function rowsOf(
  what: Keep,
  { keptAt, pinned }: Omit<EntryFacts, 'id'>,
): Promise<HistoryRows & { readonly entries: HistoryEntry }> {
  const isBatch = what.batch !== undefined;
  const contents = isBatch ? undefined : await encodeContents(what.records);
  const texts = isBatch ? foldForSearch(what.texts.join('\n')) : searchTextOf(what.records);
  const entry: HistoryEntry = {
    kind: what.kind,
    title: what.title?.trim() || (isBatch ? '' : beginningOf(what.records[0]?.texts.summary ?? '')),
    keptAt,
    pinned,
    results: isBatch ? what.rows : what.records.length,
    ...rangeOf(isBatch ? what.scores : what.records.flatMap(({ measures: { quals } }) => quals ?? [])),
    ...(isBatch && { batch: what.batch }),
    bytes: (contents?.byteLength ?? 0) + texts.length,
    version: ENTRY_VERSION,
    recordVersion: RECORD_VERSION,
  };
  return { entries: entry, texts, contents };
}

/** Not Math.min(...scores): a batch may have more scores than a call has arguments. */
function rangeOf(scores: readonly number[]): Pick<HistoryEntry, 'scored' | 'lowest' | 'highest' | 'mean'> {
  if (scores.length === 0) return { scored: 0, lowest: null, highest: null, mean: null };
  return {
    scored: scores.length,
    lowest: scores.reduce((a, b) => Math.min(a, b)),
    highest: scores.reduce((a, b) => Math.max(a, b)),
    mean: scores.reduce((a, b) => a + b) / scores.length,
  };
}

/** Characters of a title that is made from a text. */
const LONGEST_TITLE = 120;

export function beginningOf(text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ').trim()];
  if (characters.length <= LONGEST_TITLE) return characters.join('');
  const cut = characters.slice(0, LONGEST_TITLE).join('');
  return `${cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : undefined)}…`;
}

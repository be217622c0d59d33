/** Finished results that this device keeps. A page adds its own with `history.keep`. */
import { atom } from 'nanostores';
import type { DecodedRecords } from '../../core/record/decode-records.js';
import { openHistoryDatabase } from '../../storage/history/history-database.js';
import { createHistoryInMemory } from '../../storage/history/history-in-memory.js';
import type { HistoryRows, HistoryStore } from '../../storage/history/history-store.js';
import { earlierEntry, idOfBatch } from './earlier-entry.js';
import { decodeContents, linesOfContents } from './history-contents.js';
import { type EntryFault, type HistoryEntry, type HistoryItem, itemOf } from './history-entry.js';
import type { HistoryState, Removed } from './history-state.js';
import { writeWithRoom } from './make-room.js';
import { type EntryFacts, type Keep, newId, rowsOf } from './new-entry.js';

/** False where there was no room. */
export type AddEntry = (what: Keep, facts: EntryFacts) => Promise<boolean>;

export type History = ReturnType<typeof createHistoryState>['history'];

/** Tells other tabs that the database changed. */
const CHANNEL = 'quals-history';

export function createHistoryState() {
  const $history = atom<HistoryState>({ place: 'none', isOn: false, items: undefined });
  /** Counts deletions, of batches and studies too: each may make room for what the page could not store. */
  const $removals = atom(0);
  const change = (part: Partial<HistoryState>): void => $history.set({ ...$history.get(), ...part });
  const damaged = new Map<string, EntryFault>();
  let opening: Promise<HistoryStore> | undefined;
  let channel: BroadcastChannel | undefined;

  /** From now on results are kept, until `signal`. Nothing is opened before the first use. */
  const start = (signal: AbortSignal): void => {
    change({ place: 'device', isOn: true });
    channel = new BroadcastChannel(CHANNEL);
    channel.addEventListener('message', () => void (wasRead() && read()));
    signal.addEventListener('abort', () => {
      channel?.close();
      channel = undefined;
      $history.set({ place: 'none', isOn: false, items: undefined });
    });
  };

  const open = (): Promise<HistoryStore> => (opening ??= openStore());

  const openStore = async (): Promise<HistoryStore> => {
    try {
      const store = await openHistoryDatabase(() => (opening = undefined));
      if ($history.get().place === 'tab') change({ place: 'device' });
      return store;
    } catch (error) {
      const isNewer = error instanceof Error && error.name === 'VersionError';
      change({ place: 'tab', refusal: isNewer ? 'newer-page' : 'refused' });
      return createHistoryInMemory();
    }
  };

  const wasRead = (): boolean => $history.get().items !== undefined;

  /** Reads the list. What cannot be read of it is said in `notice`. */
  const read = async (): Promise<void> => {
    if ($history.get().place === 'none') return;
    await attempt(async (store) => {
      const [entries, contentIds] = await Promise.all([store.readAll('entries'), store.contentIds()]);
      const items = [...entries].map(([id, stored]) => {
        const item = itemOf(id, stored, contentIds.has(id));
        const fault = damaged.get(id);
        return fault && item.entry ? { id, title: item.title, fault } : item;
      });
      const isOn = (await store.readChoice('isOn')) !== false;
      const removed = await store.readChoice('madeRoom');
      const notice = typeof removed === 'number' ? ({ kind: 'made-room', removed } as const) : $history.get().notice;
      change({ items, isOn, notice });
    });
  };

  /** Runs `work`; a fault becomes the notice. True where it did not fail. */
  const attempt = async (work: (store: HistoryStore) => Promise<void>): Promise<boolean> => {
    try {
      await work(await open());
      return true;
    } catch (error) {
      change({ notice: { kind: 'failed', detail: String(error) } });
      return false;
    }
  };

  /** Like `attempt`, for work that changes the database. */
  const attemptChange = async (work: (store: HistoryStore) => Promise<void>): Promise<boolean> => {
    const done = await attempt(work);
    channel?.postMessage('changed');
    if (wasRead()) await read();
    return done;
  };

  const countRemoval = (): void => $removals.set($removals.get() + 1);

  const attemptRemoval = async (work: (store: HistoryStore) => Promise<void>): Promise<boolean> => {
    const done = await attemptChange(work);
    countRemoval();
    return done;
  };

  /**
   * Keeps a finished result, unless the history is off. Resolves to the id of its entry; undefined where it has none. Never rejects:
   * a fault becomes the notice, and the result stays shown.
   */
  const keep = async (what: Keep): Promise<string | undefined> => {
    if ($history.get().place === 'none' || (what.batch === undefined && what.records.length === 0)) return undefined;
    let kept: string | undefined;
    await attemptChange(async (store) => {
      if ((await store.readChoice('isOn')) === false) return;
      const earlier = await earlierEntry(store, what);
      const id = earlier?.id ?? (what.batch === undefined ? newId() : idOfBatch(what.batch));
      const facts = { id, keptAt: new Date().toISOString(), pinned: earlier?.entry.pinned ?? false };
      if (await add(store, { ...what, title: earlier?.entry.title ?? what.title ?? '' }, facts)) kept = id;
    });
    return kept;
  };

  /** False where there was no room. */
  const add = async (store: HistoryStore, what: Keep, { id, ...facts }: EntryFacts): Promise<boolean> => {
    const rows = await rowsOf(what, facts);
    const { isWritten, removed } = await writeWithRoom(store, id, rows, rows.entries.bytes);
    if (removed > 0) {
      const before = await store.readChoice('madeRoom');
      await store.writeChoice('madeRoom', removed + (typeof before === 'number' ? before : 0));
    }
    if (!isWritten) change({ notice: { kind: 'no-room', title: rows.entries.title } });
    return isWritten;
  };

  /** The list says from now on why an entry cannot be opened. */
  const reportFault = async (id: string, fault: EntryFault): Promise<void> => {
    damaged.set(id, fault);
    await read();
  };

  /** The results of an entry, or why they cannot be read; the list says it from then on. */
  const readRecords = async (id: string): Promise<DecodedRecords> => {
    const { contents } = await (await open()).read(id);
    const decoded = await decodeContents(contents);
    if (!decoded.ok) await reportFault(id, decoded.fault);
    return decoded;
  };

  /** The JSON Lines of an entry as they are stored; undefined where they are damaged. */
  const readLines = async (id: string): Promise<string | undefined> =>
    linesOfContents((await (await open()).read(id)).contents);

  const changeEntry = (id: string, part: Partial<Pick<HistoryEntry, 'title' | 'pinned'>>): Promise<boolean> =>
    attemptChange(async (store) => {
      const { entry } = itemOf(id, (await store.read(id)).entries, true);
      if (entry) await store.write(id, { entries: { ...entry, ...part } });
    });

  const remove = async (item: HistoryItem): Promise<Removed | undefined> => {
    const { id, title } = item;
    let rows: HistoryRows = {};
    const done = await attemptRemoval(async (store) => {
      rows = await store.read(id);
      await store.remove([id]);
    });
    return done ? { id, title, rows } : undefined;
  };

  return {
    $history,
    $removals,
    history: {
      start,
      read,
      keep,
      newId,
      /** For results of a file: adds each that `work` gives, and tells the list and other tabs once. */
      addMany: (work: (add: AddEntry) => Promise<void>): Promise<boolean> =>
        attemptChange((store) => work((what, facts) => add(store, what, facts))),
      readRecords,
      readLines,
      reportFault,
      /** Folded texts by id, for the search. */
      readTexts: async (): Promise<ReadonlyMap<string, unknown>> => (await open()).readAll('texts'),
      rename: (id: string, title: string) => changeEntry(id, { title }),
      pin: (id: string, pinned: boolean) => changeEntry(id, { pinned }),
      remove,
      /** With the batch, which is deleted. */
      removeBatch: async (batch: string): Promise<void> => {
        if ($history.get().place !== 'none') await attemptRemoval((store) => store.remove([idOfBatch(batch)]));
      },
      /** After something outside the history was deleted: there may be room again. */
      countRemoval,
      restore: ({ id, rows }: Removed) => attemptChange((store) => store.write(id, rows)),
      /** Also those that cannot be read. */
      clear: () => attemptRemoval(async (store) => store.remove([...(await store.readAll('entries')).keys()])),
      turn: (isOn: boolean) => attemptChange((store) => store.writeChoice('isOn', isOn)),
      closeNotice: async (): Promise<void> => {
        change({ notice: undefined });
        await attemptChange((store) => store.writeChoice('madeRoom', undefined));
      },
    },
  };
}

/** An entry of the history: what its list shows of it. The results are elsewhere, and are read when it is opened. */
import * as v from 'valibot';
import type { RecordFault } from '../../core/record/decode-records.js';
import { RECORD_VERSION, type ResultRecord } from '../../core/record/result-record.js';

export type HistoryKind = 'single' | 'compare' | 'batch';

export interface HistoryEntry {
  readonly kind: HistoryKind;
  readonly title: string;
  /** When it was kept: ISO 8601, UTC. */
  readonly keptAt: string;
  readonly pinned: boolean;
  readonly results: number;
  /** QUALS; null where no result has a score. */
  readonly lowest: number | null;
  readonly highest: number | null;
  /** Of its texts and its compressed results. */
  readonly bytes: number;
  /** The form of this entry. */
  readonly version: typeof ENTRY_VERSION;
  /** The form of its results. */
  readonly recordVersion: number;
}

const ENTRY_VERSION = 1;

const COUNT = v.pipe(v.number(), v.integer(), v.minValue(0));
const SCORE = v.nullable(v.pipe(v.number(), v.finite()));

const ENTRY: v.GenericSchema<unknown, HistoryEntry> = v.object({
  kind: v.picklist(['single', 'compare', 'batch']),
  title: v.string(),
  keptAt: v.pipe(v.string(), v.isoTimestamp()),
  pinned: v.boolean(),
  results: COUNT,
  lowest: SCORE,
  highest: SCORE,
  bytes: COUNT,
  version: v.literal(ENTRY_VERSION),
  recordVersion: COUNT,
});

/** `title`: '' where it cannot be read. */
export type HistoryItem =
  | { readonly id: string; readonly title: string; readonly entry: HistoryEntry; readonly fault?: undefined }
  | { readonly id: string; readonly title: string; readonly entry?: undefined; readonly fault: RecordFault };

/** What was stored, as an item of the list; never nothing. */
export function itemOf(id: string, stored: unknown, hasContent: boolean): HistoryItem {
  const { title, version, recordVersion } = Object(stored) as Record<string, unknown>;
  const named = { id, title: typeof title === 'string' ? title : '' };
  const newer = [version, recordVersion].find((each, index) => Number(each) > (index ? RECORD_VERSION : ENTRY_VERSION));
  if (newer !== undefined) return { ...named, fault: { kind: 'newer', version: Number(newer) } };
  const read = v.safeParse(ENTRY, stored);
  if (!read.success) return { ...named, fault: { kind: 'damaged', field: v.getDotPath(read.issues[0]) ?? 'entry' } };
  return hasContent ? { ...named, entry: read.output } : { ...named, fault: { kind: 'damaged', field: 'results' } };
}

/** Characters of a title that is made from a text. */
const LONGEST_TITLE = 120;

export interface Keep {
  readonly kind: HistoryKind;
  /** Missing or blank: the beginning of the first summary. */
  readonly title?: string | undefined;
  /** At least one. */
  readonly records: readonly ResultRecord[];
}

export function entryOf({ kind, title, records }: Keep, keptAt: string, bytes: number): HistoryEntry {
  const scores = records.flatMap(({ measures: { quals } }) => quals ?? []);
  return {
    kind,
    title: title?.trim() || beginningOf(records[0]?.texts.summary ?? ''),
    keptAt,
    pinned: false,
    results: records.length,
    // Not Math.min(...scores): a batch may have more scores than a call has arguments.
    lowest: scores.length ? scores.reduce((a, b) => Math.min(a, b)) : null,
    highest: scores.length ? scores.reduce((a, b) => Math.max(a, b)) : null,
    bytes,
    version: ENTRY_VERSION,
    recordVersion: RECORD_VERSION,
  };
}

function beginningOf(text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ').trim()];
  if (characters.length <= LONGEST_TITLE) return characters.join('');
  const cut = characters.slice(0, LONGEST_TITLE).join('');
  return `${cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : undefined)}…`;
}

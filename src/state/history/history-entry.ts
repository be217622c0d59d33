/** An entry of the history: what its list shows of it. The results are elsewhere, and are read when it is opened. */
import * as v from 'valibot';
import type { RecordFault } from '../../core/record/decode-records.js';
import { RECORD_VERSION } from '../../core/record/result-record.js';
import { ENTRY_VERSION, migrateEntry } from './entry-versions.js';

export type HistoryKind = 'single' | 'compare' | 'batch';

export interface HistoryEntry {
  readonly kind: HistoryKind;
  readonly title: string;
  /** When it was kept: ISO 8601, UTC. */
  readonly keptAt: string;
  readonly pinned: boolean;
  /** Of a batch: its rows. */
  readonly results: number;
  /** Results with a score; null where an earlier version did not note it. */
  readonly scored: number | null;
  /** QUALS; null where no result has a score. */
  readonly lowest: number | null;
  readonly highest: number | null;
  /** Null also where an earlier version did not note it. */
  readonly mean: number | null;
  /** A batch whose rows and results are in the database of the batch page, under this id. The entry then has no contents. */
  readonly batch?: string | undefined;
  /** Of its texts and its compressed results. */
  readonly bytes: number;
  /** The form of this entry. */
  readonly version: typeof ENTRY_VERSION;
  /** The form of its results. */
  readonly recordVersion: number;
}

const COUNT = v.pipe(v.number(), v.integer(), v.minValue(0));
const SCORE = v.nullable(v.pipe(v.number(), v.finite()));

const ENTRY: v.GenericSchema<unknown, HistoryEntry> = v.object({
  kind: v.picklist(['single', 'compare', 'batch']),
  title: v.string(),
  keptAt: v.pipe(v.string(), v.isoTimestamp()),
  pinned: v.boolean(),
  results: COUNT,
  scored: v.nullable(COUNT),
  lowest: SCORE,
  highest: SCORE,
  mean: SCORE,
  batch: v.optional(v.string()),
  bytes: COUNT,
  version: v.literal(ENTRY_VERSION),
  recordVersion: COUNT,
});

/** `gone`: the rows of a batch were deleted. */
export type EntryFault = RecordFault | { readonly kind: 'gone' };

/** `title`: '' where it cannot be read. */
export type HistoryItem =
  | { readonly id: string; readonly title: string; readonly entry: HistoryEntry; readonly fault?: undefined }
  | { readonly id: string; readonly title: string; readonly entry?: undefined; readonly fault: EntryFault };

/** What was stored, as an item of the list; never nothing. */
export function itemOf(id: string, stored: unknown, hasContent: boolean): HistoryItem {
  const { title, version, recordVersion } = Object(stored) as Record<string, unknown>;
  const named = { id, title: typeof title === 'string' ? title : '' };
  const newer = [version, recordVersion].find((each, index) => Number(each) > (index ? RECORD_VERSION : ENTRY_VERSION));
  if (newer !== undefined) return { ...named, fault: { kind: 'newer', version: Number(newer) } };
  const read = v.safeParse(ENTRY, migrateEntry(stored));
  if (!read.success) return { ...named, fault: { kind: 'damaged', field: v.getDotPath(read.issues[0]) ?? 'entry' } };
  const isWhole = hasContent || read.output.batch !== undefined;
  return isWhole ? { ...named, entry: read.output } : { ...named, fault: { kind: 'damaged', field: 'results' } };
}

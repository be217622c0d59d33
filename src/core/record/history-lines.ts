/**
 * An exported history as JSON Lines: before the records of each entry, a line that describes the entry. Without these lines it
 * is a file of records like any other.
 */
import * as v from 'valibot';
import type { RecordFault } from './decode-records.js';
import { isRaw } from './migrations.js';

const HISTORY_FORMAT = 'quals-history';
const HISTORY_VERSION = 1;

export interface HistoryHead {
  readonly format: typeof HISTORY_FORMAT;
  readonly version: typeof HISTORY_VERSION;
  readonly id: string;
  readonly kind: 'single' | 'compare' | 'batch';
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly keptAt: string;
  readonly pinned: boolean;
  /** Lines that follow, one record each. */
  readonly results: number;
}

const HEAD: v.GenericSchema<unknown, HistoryHead> = v.object({
  format: v.literal(HISTORY_FORMAT),
  version: v.literal(HISTORY_VERSION),
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/u)),
  kind: v.picklist(['single', 'compare', 'batch']),
  title: v.string(),
  keptAt: v.pipe(v.string(), v.isoTimestamp()),
  pinned: v.boolean(),
  results: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

export function historyHead(entry: Omit<HistoryHead, 'format' | 'version'>): HistoryHead {
  const { id, kind, title, keptAt, pinned, results } = entry;
  return { format: HISTORY_FORMAT, version: HISTORY_VERSION, id, kind, title, keptAt, pinned, results };
}

export function isHistoryHead(value: unknown): boolean {
  return isRaw(value) && value['format'] === HISTORY_FORMAT;
}

export function decodeHistoryHead(
  value: unknown,
): { readonly ok: true; readonly head: HistoryHead } | { readonly ok: false; readonly fault: RecordFault } {
  const version = isRaw(value) ? value['version'] : undefined;
  if (Number.isInteger(version) && Number(version) > HISTORY_VERSION)
    return { ok: false, fault: { kind: 'newer', version: Number(version) } };
  const read = v.safeParse(HEAD, value);
  if (read.success) return { ok: true, head: read.output };
  return { ok: false, fault: { kind: 'damaged', field: v.getDotPath(read.issues[0]) ?? 'format' } };
}

/** Between the database and the state of a batch. */
import * as v from 'valibot';
import type { ScoringMethod } from '../../core/method/scoring-method.js';
import type { BatchDatabase } from '../../storage/batch-database.js';
import type { StoredBatch } from './batch.js';
import type { BatchEntry, EntryScore } from './batch-entry.js';

/** A change that an older page would misread raises it. Batches of other versions are not opened. */
const VERSION = 1;

const METHOD: v.GenericSchema<unknown, ScoringMethod> = v.object({
  model: v.object({ id: v.string(), version: v.string() }),
  protocol: v.picklist(['matched', 'released']),
  search: v.object({
    paths: v.number(),
    diversityStrength: v.number(),
    minLength: v.number(),
    maxLength: v.number(),
  }),
  softCap: v.number(),
  normalisation: v.number(),
});

const BATCH: v.GenericSchema<unknown, StoredBatch> = v.object({
  version: v.literal(VERSION),
  id: v.string(),
  name: v.string(),
  createdAt: v.string(),
  rows: v.number(),
  columns: v.object({
    source: v.string(),
    summary: v.string(),
    id: v.nullable(v.string()),
    system: v.nullable(v.string()),
    label: v.nullable(v.string()),
    // Batches of versions before references had a column of their own have neither.
    reference: v.optional(v.nullable(v.string()), null),
    scoreReferences: v.optional(v.boolean(), false),
  }),
  method: v.optional(METHOD),
  notes: v.array(v.string()),
});

/** A row without its score. */
type StoredRow = Omit<BatchEntry, 'score'>;

export function writeBatch(database: BatchDatabase, batch: StoredBatch): Promise<void> {
  return database.writeBatch(batch.id, { version: VERSION, ...batch });
}

/** The newest first. */
export async function readBatches({ readBatches }: BatchDatabase): Promise<readonly StoredBatch[]> {
  const read = (await readBatches()).flatMap((value) => decode(value) ?? []);
  return read.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

/** Undefined where it is deleted. */
export async function readBatch({ readBatch }: BatchDatabase, id: string): Promise<StoredBatch | undefined> {
  return decode(await readBatch(id));
}

export async function readEntries({ readRows, readScores }: BatchDatabase, id: string): Promise<BatchEntry[]> {
  const [rows, scores] = await Promise.all([readRows(id), readScores(id)]);
  const byIndex = new Map(scores as readonly (readonly [number, EntryScore])[]);
  return (rows as readonly StoredRow[]).map((row) => ({ ...row, score: byIndex.get(row.index) }));
}

function decode(value: unknown): StoredBatch | undefined {
  const read = v.safeParse(BATCH, value);
  return read.success ? read.output : undefined;
}

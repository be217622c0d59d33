/** Reads an input from its first row to its last, and stores its rows. */
import type { Columns } from '../../../batch/columns/columns.js';
import { type AnyRecord, readRecords } from '../../../batch/readers/read-records.js';
import type { BatchInput, StoredBatch } from '../../../state/batch/batch.js';
import type { BatchEntry } from '../../../state/batch/batch-entry.js';
import { writeBatch } from '../../../state/batch/stored-batch.js';
import type { BatchDatabase } from '../../../storage/batch-database.js';
import { chunksOf } from '../../../state/batch/chunks-of.js';
import { inputEntries } from './input-entries.js';
import { InputNotes } from './input-notes.js';

/** Rows that are written at once. */
const WRITTEN_AT_ONCE = 500;

export interface NewBatch {
  readonly batch: StoredBatch;
  readonly entries: readonly BatchEntry[];
}

/** `onRows` is told how many rows are stored. Throws what reading and storing throw; then nothing of the input is stored. */
export async function storeInput(
  { name, blob }: BatchInput,
  columns: Columns,
  database: BatchDatabase,
  onRows: (rows: number) => void,
): Promise<NewBatch> {
  const id = crypto.randomUUID();
  try {
    const { entries, notes } = await storeRows(id, readRecords(chunksOf(blob)), columns, database, onRows);
    const createdAt = new Date().toISOString();
    const batch: StoredBatch = { id, name, createdAt, rows: entries.length, columns, notes };
    // Last: a batch whose rows are not all there is never listed.
    await writeBatch(database, batch);
    return { batch, entries };
  } catch (error) {
    await database.deleteBatch(id).catch(() => undefined);
    throw error;
  }
}

async function storeRows(
  id: string,
  records: AsyncIterable<AnyRecord>,
  columns: Columns,
  database: BatchDatabase,
  onRows: (rows: number) => void,
): Promise<{ entries: readonly BatchEntry[]; notes: readonly string[] }> {
  const entries: BatchEntry[] = [];
  const notes = new InputNotes();
  let rows: (readonly [number, BatchEntry])[] = [];
  let articles: (readonly [number, string])[] = [];
  const write = async (): Promise<void> => {
    await database.writeRows(id, rows, articles);
    [rows, articles] = [[], []];
    onRows(entries.length);
  };
  for await (const { entry, article } of inputEntries(records, columns, notes)) {
    if (article !== undefined) articles.push([entry.article, article]);
    entries.push(entry);
    rows.push([entry.index, entry]);
    if (rows.length >= WRITTEN_AT_ONCE) await write();
  }
  await write();
  return { entries, notes: notes.sentences(columns) };
}

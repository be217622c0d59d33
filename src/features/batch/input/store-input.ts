/** Reads an input from its first row to its last, and stores its rows. */
import type { Columns } from '../../../batch/columns/columns.js';
import { mapRecord, type MappedRow } from '../../../batch/columns/map-record.js';
import { InputError } from '../../../batch/input-fault.js';
import { type AnyRecord, readRecords } from '../../../batch/readers/read-records.js';
import type { BatchInput, StoredBatch } from '../../../state/batch/batch.js';
import type { BatchEntry } from '../../../state/batch/batch-entry.js';
import { writeBatch } from '../../../state/batch/stored-batch.js';
import type { BatchDatabase } from '../../../storage/batch-database.js';
import { ArticleNumbers } from './article-numbers.js';
import { chunksOf } from '../../../state/batch/chunks-of.js';
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
  const numbers = new ArticleNumbers();
  const notes = new InputNotes();
  let rows: (readonly [number, BatchEntry])[] = [];
  let articles: (readonly [number, string])[] = [];
  const write = async (): Promise<void> => {
    await database.writeRows(id, rows, articles);
    [rows, articles] = [[], []];
    onRows(entries.length);
  };
  for await (const record of records) {
    if ('problem' in record && record.fault?.kind === 'not-a-number') throw new InputError(record.fault);
    for (const row of mapRecord(record, columns)) {
      const { number, isNew } = await numbers.of(row.source);
      if (isNew) articles.push([number, row.source]);
      const entry = entryOf(row, entries.length, number);
      notes.add(row, entry, columns);
      entries.push(entry);
      rows.push([entry.index, entry]);
    }
    if (rows.length >= WRITTEN_AT_ONCE) await write();
  }
  await write();
  return { entries, notes: notes.sentences(numbers.count) };
}

function entryOf({ id, system, label, source, summary, line, problem }: MappedRow, index: number, article: number) {
  const articleWords = source.split(/\s+/u).filter(Boolean).length;
  const entry: BatchEntry = {
    index,
    id: id ?? index + 1,
    system,
    label,
    summary,
    article,
    articleWords,
    line,
    problem,
  };
  // A part of a string may keep the whole chunk of the file in memory. The clone's strings are whole ones.
  return structuredClone(entry);
}

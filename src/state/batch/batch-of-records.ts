/** A batch of results that are there already: of a file with several records, or of an entry of the history. */
import { describeMethod, sameMethod } from '../../core/method/scoring-method.js';
import { resultOf } from '../../core/record/encode-record.js';
import type { ResultRecord } from '../../core/record/result-record.js';
import type { BatchDatabase } from '../../storage/batch-database.js';
import * as words from '../../text/batch/saved-batch-words.js';
import type { StoredBatch } from './batch.js';
import type { BatchEntry, EntryScore } from './batch-entry.js';
import { readBatch, readEntries, writeBatch } from './stored-batch.js';

/** Where the texts are in a record: what the head of the batch page says. */
const COLUMNS = {
  source: 'texts.source',
  summary: 'texts.summary',
  id: 'name',
  system: null,
  label: null,
  reference: null,
  scoreReferences: false,
} as const;

export interface BatchOfRecords {
  readonly batch: StoredBatch;
  readonly entries: readonly BatchEntry[];
}

/**
 * Stores them under `id`, unless a batch with this id is there. A record of another method than the first gets no score here:
 * scores of two methods do not compare. Throws what storing throws; then nothing of them is stored.
 */
export async function storeRecords(
  database: BatchDatabase,
  id: string,
  name: string,
  records: readonly ResultRecord[],
): Promise<BatchOfRecords> {
  const stored = await readBatch(database, id);
  if (stored) return { batch: stored, entries: await readEntries(database, id) };
  const { rows, articles } = rowsOf(records);
  const method = records[0]?.method;
  const entries = rows.map((row, index): BatchEntry => ({
    ...row,
    score: row.problem ? undefined : scoreOf(records[index]),
  }));
  const batch: StoredBatch = {
    id,
    name,
    createdAt: newest(records),
    rows: rows.length,
    columns: COLUMNS,
    method,
    notes: [],
  };
  try {
    await database.writeRows(
      id,
      rows.map((row) => [row.index, row]),
      articles.map((text, index) => [index, text]),
    );
    for (const { index, score } of entries) if (score) await database.writeScore(id, index, score, records[index]);
    // Last: a batch whose rows are not all there is never listed.
    await writeBatch(database, batch);
  } catch (error) {
    await database.deleteBatch(id).catch(() => undefined);
    throw error;
  }
  return { batch, entries };
}

/** The same for the same results, so that a file that is opened twice is stored once. */
export async function idOfRecords(records: readonly ResultRecord[]): Promise<string> {
  const facts = records.map(({ createdAt, name, texts, measures }) => [createdAt, name, texts.summary, measures]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(facts)));
  return `saved-${[...new Uint8Array(digest, 0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

function rowsOf(records: readonly ResultRecord[]): { rows: BatchEntry[]; articles: string[] } {
  const numbers = new Map<string, number>();
  const first = records[0]?.method;
  const rows = records.map(({ name, texts: { source, summary }, method }, index): BatchEntry => {
    const article = numbers.get(source) ?? numbers.size;
    numbers.set(source, article);
    return {
      index,
      id: name ?? index + 1,
      system: null,
      label: null,
      summary,
      article,
      articleWords: source.split(/\s+/u).filter(Boolean).length,
      line: index + 1,
      problem: first && sameMethod(method, first) ? undefined : words.otherMethod(describeMethod(method)),
    };
  });
  return { rows, articles: [...numbers.keys()] };
}

function scoreOf(record: ResultRecord | undefined): EntryScore | undefined {
  if (!record) return undefined;
  const result = resultOf(record);
  const seconds = record.run?.seconds ?? Object.values(record.times).reduce((sum, time) => sum + time, 0) / 1000;
  if (result.kind === 'unscorable') return { outcome: 'unscorable', written: result.pairsWritten, seconds };
  const { quals, answerGap, pairs } = result;
  return { outcome: 'scored', quals, answerGap, pairs: pairs.length, seconds };
}

function newest(records: readonly ResultRecord[]): string {
  return (
    records.reduce((date, { createdAt }) => (createdAt !== null && createdAt > date ? createdAt : date), '') ||
    new Date().toISOString()
  );
}

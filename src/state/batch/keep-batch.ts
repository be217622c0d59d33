/** The batch in the history: one entry, which names the stored batch and holds no copy of its results. */
import { encodeLine } from '../../core/record/record-lines.js';
import type { BatchDatabase } from '../../storage/batch-database.js';
import type { PageState } from '../page-state.js';
import { qualsOf, statusOf } from './batch-entry.js';
import { readBatch, readEntries } from './stored-batch.js';

/** Characters of the articles that the search looks in. Names and summaries come first, and are all found. */
const MOST_SEARCHED = 2_000_000;

/** Adds the batch, or brings its entry up to date. Does nothing before its first result. Rejects where the batch cannot be read. */
export async function keepBatch({ batchDatabase, history, $history }: PageState, id: string): Promise<void> {
  if ($history.get().place === 'none') return;
  const batch = await readBatch(batchDatabase, id);
  if (!batch) return;
  const entries = await readEntries(batchDatabase, id);
  if (!entries.some((entry) => ['scored', 'unscorable'].includes(statusOf(entry)))) return;
  const names = new Set(entries.flatMap(({ id: name, system }) => [String(name), system ?? '']));
  const articles = await articlesOf(batchDatabase, id, new Set(entries.map(({ article }) => article)));
  await history.keep({
    kind: 'batch',
    title: batch.name,
    batch: id,
    rows: batch.rows,
    scores: entries.flatMap((entry) => qualsOf(entry) ?? []),
    texts: [[...names].join(' '), ...entries.map(({ summary }) => summary), ...articles],
  });
}

async function articlesOf(database: BatchDatabase, id: string, numbers: ReadonlySet<number>): Promise<string[]> {
  const articles: string[] = [];
  let characters = 0;
  for (const number of numbers) {
    const text = (await database.readArticle(id, number)) ?? '';
    characters += text.length;
    if (characters > MOST_SEARCHED) break;
    articles.push(text);
  }
  return articles;
}

/** JSON Lines of its records, one part a row: memory holds one at a time. Rows without a stored result have none. */
export async function recordLinesOf(
  database: BatchDatabase,
  id: string,
): Promise<{ readonly lines: Blob; readonly results: number }> {
  const parts: Blob[] = [];
  for (const { index } of await readEntries(database, id)) {
    const record = await database.readResult(id, index);
    if (record !== undefined) parts.push(new Blob([encodeLine(record)]));
  }
  return { lines: new Blob(parts), results: parts.length };
}

/** Summaries that other pages hold: the open batch and the comparison. */
import type { SummaryRow } from '../../../core/study/gather-articles.js';
import type { BatchEntry } from '../../../state/batch/batch-entry.js';
import type { Comparison } from '../../../state/compare/comparison.js';
import { distinctNames } from '../../../state/compare/names.js';
import type { BatchDatabase } from '../../../storage/batch-database.js';

/** Undefined where fewer than two summaries are there to compare. */
export function comparisonRows({ source, summaries }: Comparison): readonly SummaryRow[] | undefined {
  const names = distinctNames(summaries);
  const rows = summaries.flatMap(({ summary }, index) =>
    summary.trim() === '' ? [] : [{ id: null, system: names[index] ?? '', source, summary }],
  );
  return source.trim() === '' || rows.length < 2 ? undefined : rows;
}

export function hasTwoSystems(entries: readonly BatchEntry[]): boolean {
  return new Set(entries.flatMap(({ system }) => system ?? [])).size > 1;
}

/** Leaves out rows without a system and rows that cannot be scored. Rejects where the browser refuses storage. */
export async function batchRows(
  batch: string,
  entries: readonly BatchEntry[],
  { readArticle }: Pick<BatchDatabase, 'readArticle'>,
): Promise<readonly SummaryRow[]> {
  const sources = new Map<number, string>();
  const rows: SummaryRow[] = [];
  for (const { id, system, article, summary, problem } of entries) {
    if (system === null || problem !== undefined) continue;
    const source = sources.get(article) ?? (await readArticle(batch, article)) ?? '';
    sources.set(article, source);
    rows.push({ id: String(id), system, source, summary });
  }
  return rows;
}

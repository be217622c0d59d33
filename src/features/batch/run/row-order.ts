/** The rows that wait, those of one article after one another: they share its prefill. Articles keep the order of the input. */
import { type BatchEntry, statusOf } from '../../../state/batch/batch-entry.js';

export function rowOrder(entries: readonly BatchEntry[]): readonly BatchEntry[] {
  const byArticle = new Map<number, BatchEntry[]>();
  for (const entry of entries) {
    if (statusOf(entry) !== 'waiting') continue;
    const rows = byArticle.get(entry.article);
    if (rows) rows.push(entry);
    else byArticle.set(entry.article, [entry]);
  }
  return [...byArticle.values()].flat();
}

/** What a batch says of its systems: each one's mean, and differences where two systems summarised the same articles. */
import { mean, median } from 'simple-statistics';
import { type BatchEntry, qualsOf, statusOf } from '../../../state/batch/batch-entry.js';
import { type Estimate, estimate } from '../../../statistics/bootstrap.js';
import { weightedMean } from '../../../statistics/weighted.js';

export interface SystemStatistics {
  /** Null where the input names no system. */
  readonly system: string | null;
  readonly scored: number;
  readonly unscorable: number;
  readonly failed: number;
  /** Of the scored rows; null where there are none. */
  readonly mean: Estimate | null;
  readonly median: number | null;
}

export async function systemStatistics(
  entries: readonly BatchEntry[],
  signal?: AbortSignal,
): Promise<readonly SystemStatistics[]> {
  const statistics: SystemStatistics[] = [];
  for (const [system, rows] of bySystem(entries)) {
    const scored = rows.filter((entry) => qualsOf(entry) !== undefined);
    const values = scored.map((entry) => qualsOf(entry) ?? 0);
    const count = (status: string): number => rows.filter((entry) => statusOf(entry) === status).length;
    statistics.push({
      system,
      scored: scored.length,
      unscorable: count('unscorable'),
      failed: count('failed'),
      mean:
        values.length === 0
          ? null
          : await estimate(
              scored.map(({ article }) => article),
              (weights) => weightedMean(values, weights),
              signal,
            ),
      median: values.length === 0 ? null : median(values),
    });
  }
  return statistics.sort((a, b) => (b.mean?.value ?? -Infinity) - (a.mean?.value ?? -Infinity));
}

export interface PairedDifference {
  readonly system: string;
  /** Articles of which both systems have a scored summary. */
  readonly articles: number;
  /** On so many of them the other system scores higher, and lower. */
  readonly higher: number;
  readonly lower: number;
  /** Mean over these articles of the other system's QUALS minus this one's. */
  readonly difference: Estimate | null;
}

/** `than`: the system that the others are compared with. */
export async function pairedDifferences(
  entries: readonly BatchEntry[],
  than: string,
  signal?: AbortSignal,
): Promise<readonly PairedDifference[]> {
  const systems = bySystem(entries);
  const base = meansByArticle(systems.get(than) ?? []);
  const differences: PairedDifference[] = [];
  for (const [system, rows] of systems) {
    if (system === null || system === than) continue;
    const own = meansByArticle(rows);
    const articles = [...own.keys()].filter((article) => base.has(article));
    const values = articles.map((article) => (own.get(article) ?? 0) - (base.get(article) ?? 0));
    differences.push({
      system,
      articles: articles.length,
      higher: values.filter((value) => value > 0).length,
      lower: values.filter((value) => value < 0).length,
      difference:
        values.length === 0 ? null : await estimate(articles, (weights) => weightedMean(values, weights), signal),
    });
  }
  return differences;
}

function bySystem(entries: readonly BatchEntry[]): Map<string | null, BatchEntry[]> {
  const systems = new Map<string | null, BatchEntry[]>();
  for (const entry of entries) {
    const rows = systems.get(entry.system);
    if (rows) rows.push(entry);
    else systems.set(entry.system, [entry]);
  }
  return systems;
}

/** A system may have several summaries of an article. */
function meansByArticle(rows: readonly BatchEntry[]): Map<number, number> {
  const values = new Map<number, number[]>();
  for (const entry of rows) {
    const quals = qualsOf(entry);
    if (quals === undefined) continue;
    values.set(entry.article, [...(values.get(entry.article) ?? []), quals]);
  }
  return new Map([...values].map(([article, scores]) => [article, mean(scores)]));
}

/** How QUALS agrees with the labels that people gave. */
import { type BatchEntry, qualsOf } from '../../../state/batch/batch-entry.js';
import { type Estimate, estimate } from '../../../statistics/bootstrap.js';
import { tiedOrder, weightedAuc, weightedPearson, weightedSpearman } from '../../../statistics/weighted.js';

export interface LabelStatistics {
  /** Rows with a score and a label. */
  readonly rows: number;
  readonly pearson: Estimate;
  readonly spearman: Estimate;
  /** The highest label against all lower ones. */
  readonly auc: Estimate;
  readonly highest: number;
  readonly positives: number;
}

/** Undefined where fewer than three rows have both, or where all labels are equal. */
export async function labelStatistics(
  entries: readonly BatchEntry[],
  signal?: AbortSignal,
): Promise<LabelStatistics | undefined> {
  const rows = entries.flatMap((entry) => {
    const quals = qualsOf(entry);
    return quals === undefined || entry.label === null ? [] : [{ quals, label: entry.label, article: entry.article }];
  });
  const labels = rows.map(({ label }) => label);
  if (rows.length < 3 || new Set(labels).size < 2) return undefined;
  const scores = rows.map(({ quals }) => quals);
  const groups = rows.map(({ article }) => article);
  const highest = labels.reduce((a, b) => Math.max(a, b));
  const positive = labels.map((label) => label === highest);
  const [scoreOrder, labelOrder] = [tiedOrder(scores), tiedOrder(labels)];
  return {
    rows: rows.length,
    pearson: await estimate(groups, (weights) => weightedPearson(scores, labels, weights), signal),
    spearman: await estimate(groups, (weights) => weightedSpearman(scoreOrder, labelOrder, weights), signal),
    auc: await estimate(groups, (weights) => weightedAuc(scoreOrder, positive, weights), signal),
    highest,
    positives: positive.filter(Boolean).length,
  };
}

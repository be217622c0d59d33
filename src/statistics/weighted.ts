/**
 * Statistics of rows with weights: a row of weight 3 counts as three equal rows, of weight 0 as none. Each gives NaN where it
 * has no value. All arrays have one entry a row.
 */

export function weightedMean(values: readonly number[], weights: Float64Array): number {
  let sum = 0;
  let total = 0;
  for (let row = 0; row < values.length; row += 1) {
    const weight = weights[row] ?? 0;
    sum += weight * (values[row] ?? 0);
    total += weight;
  }
  return total === 0 ? Number.NaN : sum / total;
}

/** Pearson's r. */
export function weightedPearson(x: readonly number[], y: readonly number[], weights: Float64Array): number {
  if (hasOneValue(x, weights) || hasOneValue(y, weights)) return Number.NaN;
  const [meanX, meanY] = [weightedMean(x, weights), weightedMean(y, weights)];
  let [xx, yy, xy] = [0, 0, 0];
  for (let row = 0; row < x.length; row += 1) {
    const weight = weights[row] ?? 0;
    const [dx, dy] = [(x[row] ?? 0) - meanX, (y[row] ?? 0) - meanY];
    xx += weight * dx * dx;
    yy += weight * dy * dy;
    xy += weight * dx * dy;
  }
  return xx <= 0 || yy <= 0 ? Number.NaN : xy / Math.sqrt(xx * yy);
}

/**
 * Whether all rows that count are equal. Their variance cannot tell: the mean of values that binary does not hold exactly is rounded, which
 * leaves a variance of about 1e-33.
 */
function hasOneValue(values: readonly number[], weights: Float64Array): boolean {
  let first: number | undefined;
  for (let row = 0; row < values.length; row += 1) {
    if ((weights[row] ?? 0) === 0) continue;
    first ??= values[row];
    if (values[row] !== first) return false;
  }
  return true;
}

/** Rows from the lowest value to the highest; those of equal value as one group. Made once for all draws. */
export type TiedOrder = readonly (readonly number[])[];

export function tiedOrder(values: readonly number[]): TiedOrder {
  const order = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const groups: number[][] = [];
  for (const row of order) {
    const last = groups.at(-1);
    if (last && values[last[0] ?? 0] === values[row]) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** Ranks from 1; equal values share their mean rank. */
function weightedRanks(order: TiedOrder, weights: Float64Array): number[] {
  const ranks = new Array<number>(weights.length).fill(0);
  let before = 0;
  for (const group of order) {
    const weight = group.reduce((sum, row) => sum + (weights[row] ?? 0), 0);
    for (const row of group) ranks[row] = before + (weight + 1) / 2;
    before += weight;
  }
  return ranks;
}

/** Spearman's rho: Pearson's r of the ranks. */
export function weightedSpearman(x: TiedOrder, y: TiedOrder, weights: Float64Array): number {
  return weightedPearson(weightedRanks(x, weights), weightedRanks(y, weights), weights);
}

/** Area under the ROC curve: how often a positive row has the higher score; an equal score counts as half. */
export function weightedAuc(scores: TiedOrder, positive: readonly boolean[], weights: Float64Array): number {
  let [negativesBefore, positives, negatives, won] = [0, 0, 0, 0];
  for (const group of scores) {
    let [up, down] = [0, 0];
    for (const row of group) {
      if (positive[row]) up += weights[row] ?? 0;
      else down += weights[row] ?? 0;
    }
    won += up * (negativesBefore + down / 2);
    negativesBefore += down;
    positives += up;
    negatives += down;
  }
  return positives === 0 || negatives === 0 ? Number.NaN : won / (positives * negatives);
}

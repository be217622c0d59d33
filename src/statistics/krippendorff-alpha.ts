/**
 * Krippendorff's alpha (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability"), for any number of annotators and
 * with missing ratings. Equal to the Python package `krippendorff`, which the tests take their values from.
 */

export type Level = 'nominal' | 'ordinal';

/**
 * `units`: for each rated thing, the ratings that it got, as whole numbers from 0 to `values` − 1, in any order. `weights`: how often each
 * unit counts; once each if missing. NaN where no unit has two ratings, or where all ratings are equal.
 */
export function krippendorffAlpha(
  units: readonly (readonly number[])[],
  values: number,
  level: Level,
  weights?: Float64Array,
): number {
  const coincidences = countCoincidences(units, values, weights);
  const totals = coincidences.map((row) => row.reduce((sum, count) => sum + count, 0));
  const all = totals.reduce((sum, total) => sum + total, 0);
  let [observed, expected] = [0, 0];
  for (let a = 0; a < values; a += 1) {
    for (let b = 0; b < values; b += 1) {
      const distance = level === 'nominal' ? Number(a !== b) : ordinalDistance(totals, a, b);
      observed += (coincidences[a]?.[b] ?? 0) * distance;
      expected += ((totals[a] ?? 0) * (totals[b] ?? 0) * distance) / (all - 1);
    }
  }
  return expected > 0 ? 1 - observed / expected : Number.NaN;
}

/** Ordered pairs of ratings within a unit, each unit of m ratings with weight 1 / (m − 1). */
function countCoincidences(
  units: readonly (readonly number[])[],
  values: number,
  weights: Float64Array | undefined,
): number[][] {
  const counts = Array.from({ length: values }, () => new Array<number>(values).fill(0));
  for (const [place, ratings] of units.entries()) {
    if (ratings.length < 2) continue;
    const weight = (weights?.[place] ?? 1) / (ratings.length - 1);
    for (const [one, a] of ratings.entries()) {
      for (const [other, b] of ratings.entries()) {
        const row = counts[a];
        if (row && one !== other) row[b] = (row[b] ?? 0) + weight;
      }
    }
  }
  return counts;
}

/** Squared number of ratings between the two values, each end counted half. */
function ordinalDistance(totals: readonly number[], a: number, b: number): number {
  const [low, high] = a < b ? [a, b] : [b, a];
  let between = 0;
  for (let value = low; value <= high; value += 1) between += totals[value] ?? 0;
  return (between - ((totals[low] ?? 0) + (totals[high] ?? 0)) / 2) ** 2;
}

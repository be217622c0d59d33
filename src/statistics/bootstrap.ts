/**
 * Percentile bootstrap (Efron and Tibshirani 1993, chapter 13). What is drawn again are articles, not rows: summaries of one
 * article are not independent. A draw is a count for each article; statistics take it as weights of their rows.
 */
import { quantileSorted } from 'simple-statistics';

interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface Estimate {
  readonly value: number;
  /** 95 %; null where there are too few articles, or where too few draws have a value. */
  readonly interval: Interval | null;
}

const DRAWS = 2000;
/** Fewer say nothing about what other articles would give. */
const LEAST_GROUPS = 5;
/** A statistic has no value in a draw without variance. */
const LEAST_SHARE = 0.9;
const SEED = 20211;
/** The page stays usable meanwhile. */
const WORK_MS = 12;

/**
 * `groups`: the article of each row, any numbers. `statistic` gets a weight for each row, and gives NaN where it has no value.
 * The same input gives the same interval.
 */
export async function estimate(
  groups: readonly number[],
  statistic: (weights: Float64Array) => number,
  signal?: AbortSignal,
): Promise<Estimate> {
  const value = statistic(new Float64Array(groups.length).fill(1));
  return { value, interval: Number.isNaN(value) ? null : await intervalOf(groups, statistic, signal) };
}

async function intervalOf(
  groups: readonly number[],
  statistic: (weights: Float64Array) => number,
  signal: AbortSignal | undefined,
): Promise<Interval | null> {
  const numbers = new Map([...new Set(groups)].map((group, number) => [group, number]));
  const size = numbers.size;
  if (size < LEAST_GROUPS) return null;
  const groupOf = Int32Array.from(groups, (group) => numbers.get(group) ?? 0);
  const random = randomNumbers(SEED);
  const counts = new Float64Array(size);
  const weights = new Float64Array(groups.length);
  const values: number[] = [];
  let since = performance.now();
  for (let draw = 0; draw < DRAWS; draw += 1) {
    counts.fill(0);
    for (let each = 0; each < size; each += 1) {
      const drawn = Math.floor(random() * size);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    for (let row = 0; row < weights.length; row += 1) weights[row] = counts[groupOf[row] ?? 0] ?? 0;
    const value = statistic(weights);
    if (!Number.isNaN(value)) values.push(value);
    if (performance.now() - since < WORK_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    since = performance.now();
  }
  if (values.length < LEAST_SHARE * DRAWS) return null;
  values.sort((a, b) => a - b);
  return { low: quantileSorted(values, 0.025), high: quantileSorted(values, 0.975) };
}

/** Mulberry32: uniform in [0, 1), from a seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Expected values: scipy 1.17.1 (pearsonr, spearmanr), scikit-learn 1.9.1 (roc_auc_score), NumPy 2.4.6 (repeat, percentile of 200,000 draws). */
import { describe, expect, it } from 'vitest';
import type { BatchEntry } from '../../../state/batch/batch-entry.js';
import { estimate } from '../../../statistics/bootstrap.js';
import { labelStatistics } from './label-statistics.js';
import { pairedDifferences, systemStatistics } from './system-statistics.js';
import {
  tiedOrder,
  weightedAuc,
  weightedMean,
  weightedPearson,
  weightedSpearman,
} from '../../../statistics/weighted.js';

const SCORES = [-0.2, -0.5, -0.5, -1.3, -0.9, -2.1, -0.1, -0.7];
const LABELS = [1, 1, 0, 0, 1, 0, 1, 0.5];
const POSITIVE = LABELS.map((label) => label === 1);
const ONES = new Float64Array(8).fill(1);
const WEIGHTS = Float64Array.of(2, 0, 1, 1, 3, 1, 0, 1);

const entry = (index: number, more: Partial<BatchEntry> & { readonly quals?: number }): BatchEntry => {
  const { quals, ...rest } = more;
  const score =
    quals === undefined ? undefined : ({ outcome: 'scored', quals, answerGap: quals, pairs: 9, seconds: 1 } as const);
  const row = { index, id: index, system: null, label: null, summary: '', article: index, articleWords: 1, line: 1 };
  return { ...row, score, ...rest };
};

describe('statistics with weights', () => {
  it('are those of scipy and scikit-learn where each row counts once', () => {
    expect(weightedPearson(SCORES, LABELS, ONES)).toBeCloseTo(0.65906275301095, 12);
    expect(weightedSpearman(tiedOrder(SCORES), tiedOrder(LABELS), ONES)).toBeCloseTo(0.6231685731549579, 12);
    expect(weightedAuc(tiedOrder(SCORES), POSITIVE, ONES)).toBe(0.84375);
  });

  it('are those of rows that are repeated so often', () => {
    expect(weightedMean(SCORES, WEIGHTS)).toBeCloseTo(-0.8555555555555556, 12);
    expect(weightedPearson(SCORES, LABELS, WEIGHTS)).toBeCloseTo(0.5496717542617185, 12);
    expect(weightedSpearman(tiedOrder(SCORES), tiedOrder(LABELS), WEIGHTS)).toBeCloseTo(0.4187628431947846, 12);
    expect(weightedAuc(tiedOrder(SCORES), POSITIVE, WEIGHTS)).toBeCloseTo(0.7, 12);
  });

  it('have no value without variance, and without one of the two classes', () => {
    expect(weightedPearson([1, 1, 1], [1, 2, 3], ONES.slice(0, 3))).toBeNaN();
    expect(weightedAuc(tiedOrder([1, 2]), [true, true], ONES.slice(0, 2))).toBeNaN();
  });
});

describe('the bootstrap', () => {
  const values = [-0.2, -0.4, -1.1, -0.9, -0.3, -0.6, -2.0, -1.5, -0.1, -0.3, -0.8, -0.7];

  it('draws articles, not rows', async () => {
    const articles = values.map((_, row) => Math.floor(row / 2));
    const { value, interval } = await estimate(articles, (weights) => weightedMean(values, weights));
    expect(value).toBeCloseTo(-0.7416666666666666, 12);
    // By rows, it would be −1.067 to −0.458.
    expect(interval?.low).toBeCloseTo(-1.2, 1);
    expect(interval?.high).toBeCloseTo(-0.3667, 1);
    expect(interval?.low).toBeLessThan(-1.12);
  });

  it('gives the same interval again, and none for four articles', async () => {
    const groups = [...values.keys()];
    const statistic = (weights: Float64Array): number => weightedMean(values, weights);
    expect(await estimate(groups, statistic)).toEqual(await estimate(groups, statistic));
    expect(
      (
        await estimate(
          groups.map((row) => row % 4),
          statistic,
        )
      ).interval,
    ).toBeNull();
  });
});

describe('systems', () => {
  // On articles 0 to 9, A is better by 0.2 to 0.4; article 10 has A alone, article 11 B without a score.
  const entries = Array.from({ length: 10 }, (_, article) => [
    entry(2 * article, { article, system: 'A', quals: -0.1 * article }),
    entry(2 * article + 1, { article, system: 'B', quals: -0.1 * article - (article % 2 === 0 ? 0.2 : 0.4) }),
  ]).flat();
  entries.push(entry(20, { article: 10, system: 'A', quals: -5 }));
  entries.push(entry(21, { article: 11, system: 'A', quals: 0 }));
  entries.push(entry(22, { article: 11, system: 'B', score: { outcome: 'unscorable', written: 60, seconds: 1 } }));
  entries.push(entry(23, { article: 11, system: 'B', problem: 'Line 24: summary is empty.' }));

  it('are compared on the articles that both have a score for', async () => {
    const [other, ...none] = await pairedDifferences(entries, 'B');
    expect(none).toEqual([]);
    expect(other).toMatchObject({ system: 'A', articles: 10, higher: 10, lower: 0 });
    expect(other?.difference?.value).toBeCloseTo(0.3, 12);
    expect(other?.difference?.interval?.low).toBeGreaterThan(0.2);
  });

  it('count rows without a score apart, and leave them out of the mean', async () => {
    const statistics = await systemStatistics(entries);
    const b = statistics.find(({ system }) => system === 'B');
    expect(b).toMatchObject({ scored: 10, unscorable: 1, failed: 1 });
    // The mean of 0 to −0.9 is −0.45; 0.3 lower.
    expect(b?.mean?.value).toBeCloseTo(-0.75, 12);
  });
});

it('labels are compared where a row has both; equal labels say nothing', async () => {
  const entries = SCORES.map((quals, index) => entry(index, { quals, label: LABELS[index] ?? null }));
  const found = await labelStatistics([...entries, entry(8, { label: 1 }), entry(9, { quals: -1 })]);
  expect(found).toMatchObject({ rows: 8, highest: 1, positives: 4 });
  expect(found?.auc.value).toBe(0.84375);
  expect(await labelStatistics(entries.map((each) => ({ ...each, label: 1 })))).toBeUndefined();
});

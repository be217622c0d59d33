import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SPECIAL, TableModel } from '../../testing/table-model.js';
import { diverseBeamSearch } from './diverse-beam-search.js';

const VOCABULARY = ['', '', '', 'a', 'b'];
const A = 3;
const B = 4;
const go = async (): Promise<void> => undefined;

async function search(probabilities: readonly number[], paths: number, minLength: number, maxLength: number) {
  const model = new TableModel(VOCABULARY, () => probabilities);
  const prefix = await model.readText([A], go);
  return diverseBeamSearch(prefix, SPECIAL, { paths, diversityStrength: 0.5, minLength, maxLength }, go);
}

describe('diverse beam search', () => {
  // Worked by hand. ln .5 = −.6931, ln .3 = −1.2040, ln .15 = −1.8971. Slot 1 loses .5 on "a" at each of steps 0, 1, 2
  // and .5 on the forced end: 3 × (−.6931) − 1.8971 = −3.9765 against −3.9765 − 2.
  it('forces the end token at the greatest length and penalises it there too', async () => {
    const [first, second, ...rest] = await search([0.15, 0, 0.05, 0.5, 0.3], 2, 1, 3);
    expect(rest).toEqual([]);
    expect(first?.tokens).toEqual([A, A, A, SPECIAL.end]);
    expect(first?.generationScore).toBeCloseTo(-3.9765, 3);
    expect(first?.generationMean).toBeCloseTo(-3.9765 / 4, 4);
    expect(second?.tokens).toEqual([A, A, A, SPECIAL.end]);
    expect(second?.generationScore).toBeCloseTo(-5.9765, 3);
    // Only the scores contain penalties.
    for (const found of [first, second]) {
      expect(found?.logProbs).toEqual([-0.6931, -0.6931, -0.6931, -1.8971].map((value) => expect.closeTo(value, 3)));
      // The search knows what teacher forcing on the summary would give: "a" is first, the end third after "a" and "b".
      expect(found?.forced?.map(({ token, rank }) => [token, rank])).toEqual([
        [A, 1],
        [A, 1],
        [A, 1],
        [SPECIAL.end, 3],
      ]);
      for (const { alternatives } of found?.forced ?? []) {
        expect(alternatives.slice(0, 2)).toEqual([
          { token: A, logProb: expect.closeTo(-0.6931, 3) },
          { token: B, logProb: expect.closeTo(-1.204, 3) },
        ]);
      }
    }
  });

  // Worked by hand. ln .4 = −.9163, ln .35 = −1.0498, ln .2 = −1.6094. Step 0 forbids the end: three slots take "a".
  // Step 1: slots 0 and 1 end (−1.9661, −2.9661); slot 2 is penalised for both and takes "b" (−3.6592), its end comes second and is
  // ignored. Slot 2 moves to the front, the seconds of slots 0 and 1 follow. Step 2: the front slot ends at −4.5755.
  it('removes finished slots, moves the others forward and fills up with second candidates', async () => {
    const found = await search([0.4, 0, 0.05, 0.35, 0.2], 3, 1, 5);
    expect(found.map(({ tokens }) => tokens)).toEqual([
      [A, SPECIAL.end],
      [A, SPECIAL.end],
      [A, B, SPECIAL.end],
    ]);
    expect(found.map(({ generationScore }) => generationScore)).toEqual([
      expect.closeTo(-1.9661, 3),
      expect.closeTo(-2.9661, 3),
      expect.closeTo(-4.5755, 3),
    ]);
  });

  it('writes as many pairs as it has paths, each within its lengths, none with the start token', async () => {
    const weights = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 });
    const table = fc.array(weights, { minLength: 8, maxLength: 8 });
    const vocabulary = ['', '', '', 'a', 'b', 'c', 'd', 'e'];
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (rows, paths) => {
        const model = new TableModel(vocabulary, (_, path) => {
          const row = rows[path.at(-1) ?? 1] ?? [];
          const total = row.reduce((sum, weight) => sum + weight, 0);
          return row.map((weight) => weight / total);
        });
        const prefix = await model.readText([A], go);
        const settings = { paths, diversityStrength: 0.5, minLength: 3, maxLength: 7 };
        const found = await diverseBeamSearch(prefix, SPECIAL, settings, go);
        expect(found).toHaveLength(paths);
        for (const { tokens, generationMean } of found) {
          expect(tokens.at(-1)).toBe(SPECIAL.end);
          expect(tokens.indexOf(SPECIAL.end)).toBe(tokens.length - 1);
          expect(tokens).not.toContain(SPECIAL.start);
          expect(tokens.length - 1).toBeGreaterThanOrEqual(3);
          expect(tokens.length - 1).toBeLessThanOrEqual(7);
          expect(Number.isFinite(generationMean)).toBe(true);
        }
        const means = found.map(({ generationMean }) => generationMean);
        expect(means).toEqual([...means].sort((a, b) => b - a));
      }),
      { numRuns: 200 },
    );
  });
});

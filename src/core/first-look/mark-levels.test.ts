import { expect, it } from 'vitest';
import { confidentWords, type MarkLevels, markLevel, wordsOfLevel } from './mark-levels.js';

const weak = { from: 0.2, wrong: 0.3 };
const strong = { from: 0.6, wrong: 0.7 };

it.each<[string, MarkLevels | undefined, readonly [number, string][]]>([
  ['its own limits', { weak, strong }, [[0.19, 'none'], [0.2, 'weak'], [0.6, 'strong']]], // prettier-ignore
  ['a weak level alone', { weak }, [[0.19, 'none'], [0.99, 'weak']]], // prettier-ignore
  // More often wrong than a weak mark must be, so nothing between the two limits is weaker.
  ['a strong level alone', { strong }, [[0.59, 'none'], [0.6, 'strong']]], // prettier-ignore
  ['a strong level from below the weak one', { weak, strong: { from: 0.1, wrong: 0.7 } }, [[0.1, 'strong']]],
  // Fitted, but no probability separates enough wrong tokens.
  ['no level within reach', {}, [[0.99, 'none']]],
  ['no calibration', undefined, [[0.49, 'none'], [0.5, 'weak'], [0.8, 'strong']]], // prettier-ignore
])('a head with %s', (_, levels, cases) => {
  for (const [probability, level] of cases) expect(markLevel(probability, levels)).toBe(level);
});

const words = [0.1, 0.7, 0.9, 0.3].map((probability, start) => ({ start, end: start + 1, probability }));

it('lists the words of a level, the likeliest first', () => {
  const probabilities = (level: 'strong' | 'weak'): number[] =>
    wordsOfLevel({ words, levels: { weak, strong } }, level).map(({ probability }) => probability);
  expect(probabilities('strong')).toEqual([0.9, 0.7]);
  expect(probabilities('weak')).toEqual([0.3]);
});

it('is confident only where most strong marks are wrong in judged texts', () => {
  expect(confidentWords({ words, levels: { strong } })).toHaveLength(2);
  expect(confidentWords({ words, levels: { strong: { ...strong, wrong: 0.5 } } })).toEqual([]);
  expect(confidentWords({ words, levels: { weak } })).toEqual([]);
  expect(confidentWords({ words })).toEqual([]);
});

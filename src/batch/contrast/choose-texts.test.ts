import { expect, it } from 'vitest';
import { chooseTexts, type ScoredText } from './choose-texts.js';

/** Ten articles, worked out by hand: references score best in a, b, c; generated summaries worst in b, c, d. */
const REFERENCES = { a: -0.1, b: -0.2, c: -0.3, d: -0.4, e: -0.5, f: -0.6, g: -0.7, h: -0.8, i: -0.9, j: -1 };
const GENERATED = { a: -0.1, b: -3, c: -2, d: -4, e: -0.5, f: -0.6, g: -0.7, h: -0.8, i: -0.9, j: -1 };

const texts: ScoredText[] = [
  ...Object.entries(REFERENCES).map(([article, value]) => ({ article, kind: 'reference' as const, value })),
  ...Object.entries(GENERATED).map(([article, value]) => ({ article, kind: 'generated' as const, value })),
];

it('uses an article only where its reference is good and its summary is bad', () => {
  const { positive, negative } = chooseTexts(texts);
  expect(positive.map(({ article }) => article)).toEqual(['b', 'c']);
  expect(negative.map(({ article, value }) => [article, value])).toEqual([
    ['b', -3],
    ['c', -2],
  ]);
});

it('follows the shares', () => {
  const { positive } = chooseTexts(texts, { references: 0.4, generated: 0.3 });
  expect(positive.map(({ article }) => article)).toEqual(['b', 'c', 'd']);
  expect(chooseTexts(texts, { references: 0, generated: 1 })).toEqual({ positive: [], negative: [] });
});

it('takes every bad summary of an article, and the first of equal ones', () => {
  const several: ScoredText[] = [
    { article: 'a', kind: 'reference', value: -0.1 },
    { article: 'a', kind: 'generated', value: -2 },
    { article: 'a', kind: 'generated', value: -3 },
    { article: 'a', kind: 'generated', value: -2 },
    { article: 'b', kind: 'generated', value: -1 },
  ];
  const { negative } = chooseTexts(several, { references: 1, generated: 0.5 });
  expect(negative).toEqual([several[1], several[2]]);
});

it('refuses a share that is no share', () => {
  expect(() => chooseTexts(texts, { references: 30, generated: 0.3 })).toThrow('30 is not between 0 and 1');
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../score.js';
import { commonLength, commonPlaces } from './common-subsequence.js';
import { rougeMatches } from './rouge-matches.js';
import { rougeTokens } from './rouge-tokens.js';

const cut = (text: string, spans: readonly Span[]): string[] => spans.map(({ start, end }) => text.slice(start, end));

describe('n-grams that match', () => {
  const summary = 'Joshua has a chink. The İK-2 fights!';
  const article = '“Fighting, Klitschko HAS A chink in his armour,” he said. i ̇k 2: has a…';

  it('have their places in both texts as given', () => {
    const matches = rougeMatches(summary, article, 2).map((match) => [
      ...cut(summary, [match.summary]),
      ...cut(article, match.reference),
    ]);
    expect(matches).toEqual([
      ['has a', 'HAS A', 'has a'],
      ['a chink', 'A chink'],
      ['İK', 'i ̇k'],
      ['K-2', 'k 2'],
    ]);
  });

  it('may differ in their endings', () => {
    const matches = rougeMatches(summary, article, 1);
    const fights = matches.find((match) => cut(summary, [match.summary])[0] === 'fights');
    expect(cut(article, fights?.reference ?? [])).toEqual(['Fighting']);
  });

  it('of ROUGE-L are in order in both texts', () => {
    const matches = rougeMatches('a b c d', 'c a x b d', 'L');
    expect(matches.map((match) => cut('c a x b d', match.reference))).toEqual([['a'], ['b'], ['d']]);
  });

  it('are none without n tokens', () => {
    expect(rougeMatches('one', 'one', 2)).toEqual([]);
    expect(rougeMatches('', '…', 'L')).toEqual([]);
  });
});

it('splits “İ” after its i', () => {
  expect(rougeTokens('İstanbul')).toEqual([
    { stem: 'i', start: 0, end: 1 },
    { stem: 'stanbul', start: 1, end: 8 },
  ]);
});

describe('the longest common subsequence', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });

  it('is as long as the longest that trying all gives', () => {
    const longest = (a: readonly string[], b: readonly string[]): number => {
      const [first, ...rest] = a;
      if (first === undefined) return 0;
      const place = b.indexOf(first);
      return Math.max(longest(rest, b), place < 0 ? 0 : 1 + longest(rest, b.slice(place + 1)));
    };
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        expect(commonLength(a, b)).toBe(longest(a, b));
      }),
    );
  });

  it('has equal tokens at ascending places', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const places = commonPlaces(a, b);
        expect(places).toHaveLength(commonLength(a, b));
        places.forEach(([inA, inB], index) => {
          expect(a[inA]).toBe(b[inB]);
          const [beforeA, beforeB] = places[index - 1] ?? [-1, -1];
          expect(inA > beforeA && inB > beforeB).toBe(true);
        });
      }),
    );
  });
});

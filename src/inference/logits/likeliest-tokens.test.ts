import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankOf, TokenSelection } from './likeliest-tokens.js';

function select(logits: Float32Array, count: number): number[] {
  const tokens = new Int32Array(count);
  new TokenSelection(count, logits.length).select(logits, tokens, 0);
  return [...tokens];
}

/** The definition: sort all tokens by descending logit, then by ascending id. */
function sorted(logits: Float32Array): number[] {
  const value = (token: number): number => logits[token] ?? Number.NaN;
  return [...logits.keys()].sort((a, b) => value(b) - value(a) || a - b);
}

const rows = fc.array(fc.float({ noNaN: true, noDefaultInfinity: true, min: -100, max: 100 }), {
  minLength: 1,
  maxLength: 400,
});

describe('TokenSelection', () => {
  it('returns the likeliest first; for equal logits the smaller id', () => {
    expect(select(Float32Array.of(1, 3, 2, 3, -5), 4)).toEqual([1, 3, 2, 0]);
  });

  it('treats 0 and −0 as equal', () => {
    expect(select(Float32Array.of(-0, 0, -1), 2)).toEqual([0, 1]);
  });

  it('agrees with sorting the whole row', () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
        const logits = Float32Array.from(values);
        const count = Math.max(1, Math.round(share * logits.length));
        expect(select(logits, count)).toEqual(sorted(logits).slice(0, count));
      }),
    );
  });

  it('agrees with sorting where many are equal and where each beats the one before', () => {
    const vocabulary = 49152;
    const equal = Float32Array.from({ length: vocabulary }, (_, token) => token % 7);
    const rising = Float32Array.from({ length: vocabulary }, (_, token) => token / 1000);
    for (const logits of [equal, rising]) expect(select(logits, 122)).toEqual(sorted(logits).slice(0, 122));
  });
});

describe('rankOf', () => {
  it('is the place in the sorted row', () => {
    fc.assert(
      fc.property(rows, (values) => {
        const logits = Float32Array.from(values);
        sorted(logits).forEach((token, place) => {
          expect(rankOf(token, logits)).toBe(place + 1);
        });
      }),
      { numRuns: 30 },
    );
  });
});

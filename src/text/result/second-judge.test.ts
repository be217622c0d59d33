import { describe, expect, it } from 'vitest';
import type { FirstLook } from '../../core/first-look/first-look.js';
import { confidentWord, disagreement, firstLookSays } from './second-judge.js';

const SUMMARY = 'He won 27 bouts.';
const levels = { weak: { from: 0.2, wrong: 0.3 }, strong: { from: 0.6, wrong: 0.6 } };
const look = (probability: number, rest: Partial<FirstLook> = {}): FirstLook => ({
  unsupported: probability,
  words: [
    { start: 3, end: 6, probability: 0.1 },
    { start: 7, end: 9, probability },
  ],
  sourceLogProb: -1,
  levels,
  ...rest,
});

describe('firstLookSays', () => {
  it('names the strongest mark, and the probability on its own scale', () => {
    expect(firstLookSays(look(0.7), SUMMARY).replace('\u202f', ' ')).toBe(
      'The first look puts its strongest mark on “27”. Its probability that the article does not support some of this summary is 70 %.',
    );
    expect(firstLookSays(look(0.1), SUMMARY)).toMatch(/^The first look marks no word\./);
  });

  it('gives no probability without calibration', () => {
    expect(firstLookSays(look(0.9, { levels: undefined }), SUMMARY)).toBe(
      'The first look puts its strongest mark on “27”.',
    );
  });
});

describe('confidentWord', () => {
  it('is a strong mark whose level is more often wrong than right', () => {
    expect(confidentWord(look(0.7), SUMMARY)).toBe('27');
    expect(confidentWord(look(0.5), SUMMARY)).toBeUndefined();
    const unsure = { ...levels, strong: { from: 0.6, wrong: 0.5 } };
    expect(confidentWord(look(0.7, { levels: unsure }), SUMMARY)).toBeUndefined();
    expect(confidentWord(look(0.99, { levels: undefined }), SUMMARY)).toBeUndefined();
    expect(confidentWord(undefined, SUMMARY)).toBeUndefined();
  });
});

describe('disagreement', () => {
  it.each([
    ['supported', 0.7, /first look against it/],
    ['mostly', 0.5, /first look against it/],
    ['supported', 0.4, undefined],
    ['parts', 0.4, /first look for it/],
    ['unsupported', 0.7, undefined],
    ['open', 0.9, undefined],
  ] as const)('of “%s” and a probability of %d', (reading, probability, words) => {
    const said = disagreement(reading, look(probability));
    if (words) expect(said).toMatch(words);
    else expect(said).toBeUndefined();
  });

  it('sees a confident mark beside a low probability of the whole', () => {
    expect(disagreement('supported', { ...look(0.7), unsupported: 0.3 })).toMatch(/first look against it/);
  });

  it('follows what people judged of such looks, where that is known', () => {
    expect(disagreement('supported', look(0.3), 'parts')).toMatch(/first look against it/);
    expect(disagreement('parts', look(0.55), 'mostly')).toMatch(/first look for it/);
    expect(disagreement('supported', look(0.55), 'open')).toBeUndefined();
    // A word that is probably wrong remains one.
    expect(disagreement('supported', look(0.7), 'open')).toMatch(/first look against it/);
  });

  it('is not claimed without calibration', () => {
    expect(disagreement('supported', look(0.99, { levels: undefined }))).toBeUndefined();
  });
});

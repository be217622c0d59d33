import { describe, expect, it } from 'vitest';
import { firstLook } from './first-look.js';
import { linear } from './support-head.js';
import { wordMarks } from './word-marks.js';

const calibration = {
  token: { weights: { logit: 1, logProb: 0, priorLogProb: 0 }, offset: 0 },
  claim: { weights: { claim: 1, topThree: 2, mean: 0, logProb: -1 }, offset: 0.5 },
};

describe('firstLook', () => {
  const reading = { tokenLogits: [-2, Math.log(3)], claimLogit: 1, logProbs: [-1, -3] };

  it('gives each word the largest probability of its tokens', () => {
    // sigmoid(ln 3) = 3 / (1 + 3).
    const { words } = firstLook(reading, ['84', ' people'], calibration);
    expect(words).toHaveLength(2);
    expect(words[1]).toMatchObject({ start: 3, end: 9 });
    expect(words[1]?.probability).toBeCloseTo(0.75, 12);
    expect(words[0]?.probability).toBeCloseTo(1 / (1 + Math.exp(2)), 12);
  });

  it('weighs the features of each token', () => {
    const token = { weights: { logit: 2, logProb: -0.5, priorLogProb: 0.25 }, offset: 1 };
    const { words } = firstLook(reading, ['84', ' people'], { ...calibration, token }, [-4, -8]);
    // 1 + 2 · (−2) − 0.5 · (−1) + 0.25 · (−4) = −3.5; 1 + 2 · ln 3 − 0.5 · (−3) + 0.25 · (−8) = 0.5 + ln 9.
    expect(words[0]?.probability).toBeCloseTo(1 / (1 + Math.exp(3.5)), 12);
    expect(words[1]?.probability).toBeCloseTo(1 / (1 + Math.exp(-0.5) / 9), 12);
  });

  it('weighs the features of the claim', () => {
    const ofFour = { tokenLogits: [0.5, -9, 1, -3], claimLogit: 1, logProbs: [-1, -3, -3, -1] };
    const { unsupported, sourceLogProb } = firstLook(ofFour, ['84', ' people', ' were', ' hurt'], calibration);
    expect(sourceLogProb).toBe(-2);
    // The three largest have the mean −0.5: 0.5 + 1 · 1 + 2 · (−0.5) − 1 · (−2) = 2.5.
    expect(unsupported).toBeCloseTo(1 / (1 + Math.exp(-2.5)), 12);
  });

  it('takes all tokens where there are fewer than three', () => {
    // The mean is (−2 + ln 3) / 2: 0.5 + 1 + (−2 + ln 3) + 2 = 1.5 + ln 3.
    expect(firstLook(reading, ['84', ' people'], calibration).unsupported).toBeCloseTo(
      1 / (1 + Math.exp(-1.5) / 3),
      12,
    );
  });

  it('has levels only for a head that was calibrated', () => {
    const levels = { strong: { from: 0.6, wrong: 0.7 } };
    expect(firstLook(reading, ['84', ' people'], { ...calibration, levels }).levels).toEqual(levels);
    expect(firstLook(reading, ['84', ' people'], calibration).levels).toEqual({});
    const untouched = {
      token: calibration.token,
      claim: { weights: { claim: 1, topThree: 0, mean: 0, logProb: 0 }, offset: 0 },
    };
    expect(firstLook(reading, ['84', ' people'], untouched).levels).toBeUndefined();
  });

  it('refuses a reading of another length', () => {
    expect(() => firstLook(reading, ['one'], calibration)).toThrow('1 tokens, but 2 logits');
    expect(() => firstLook(reading, ['84', ' people'], calibration, [-1])).toThrow('1 priors');
    expect(() => firstLook({ tokenLogits: [], claimLogit: 0, logProbs: [] }, [], calibration)).toThrow(RangeError);
  });
});

describe('wordMarks', () => {
  it('joins the tokens of one word and leaves punctuation out', () => {
    expect(wordMarks(['Hama', ' res', 'igned', '.'], [0.1, 0.9, 0.4, 0.99])).toEqual([
      { start: 0, end: 4, probability: 0.1 },
      { start: 5, end: 13, probability: 0.9 },
    ]);
  });

  it('keeps a number with its comma, and a word with its apostrophe, whole', () => {
    const spans = wordMarks(['1', ',', '200', " o'", 'clock'], [0.1, 0.2, 0.3, 0.4, 0.5]);
    expect(spans.map(({ start, end }) => [start, end])).toEqual([
      [0, 5],
      [6, 13],
    ]);
  });

  it('counts a token of two words for both', () => {
    expect(wordMarks(['a b'], [0.7]).map(({ probability }) => probability)).toEqual([0.7, 0.7]);
  });
});

describe('linear', () => {
  it('is the dot product and the bias', () => {
    expect(linear({ weight: [2, -1], bias: 0.5 }, Float32Array.of(3, 4))).toBe(2.5);
  });
});

import { describe, expect, it } from 'vitest';
import { sampleResult, SUMMARY } from '../../../e2e/fake-scorer/sample-result.js';
import type { Calibration } from '../../core/judgement/calibration.js';
import { methodOfRun } from '../../core/method/scoring-method.js';
import { NO_CALIBRATION, OTHER_PROTOCOL } from './verdict.js';
import { verdictOf } from './verdict-of.js';

const RESULT = sampleResult();
const at = (quals: number, share: number) => ({
  quals,
  share,
  low: share - 0.1,
  high: share + 0.1,
  near: 9,
  nearConsistent: 3,
});
const calibration: Calibration = {
  method: methodOfRun(RESULT),
  points: [at(-3, 0.2), at(0, 0.8)],
  rated: { consistent: [-0.5, -1], inconsistent: [-2] },
};
const COPIED_NONE = { isAll: false, spans: [] };

it('gives no verdict before it is known whether people judged similar scores', () => {
  const awaited = verdictOf(RESULT, SUMMARY, COPIED_NONE, undefined);
  expect(awaited.kind).toBe('awaited');
  const none = verdictOf(RESULT, SUMMARY, COPIED_NONE, []);
  expect(none).toMatchObject({ kind: 'uncalibrated', note: NO_CALIBRATION });
  expect(awaited.title).not.toBe(none.title);
  expect(verdictOf(RESULT, SUMMARY, COPIED_NONE, [calibration]).kind).toBe('judged');
  const ofOther = { ...calibration, method: { ...calibration.method, protocol: 'released' as const } };
  expect(verdictOf(RESULT, SUMMARY, COPIED_NONE, [ofOther])).toMatchObject({ note: OTHER_PROTOCOL });
});

it('does not wait where judgements do not matter', () => {
  expect(verdictOf(RESULT, SUMMARY, { isAll: true, spans: [] }, undefined).kind).toBe('verbatim');
  const few = { ...RESULT, pairs: RESULT.pairs.slice(0, 5) };
  expect(verdictOf(few, SUMMARY, COPIED_NONE, undefined).kind).toBe('too-few');
});

describe('a model whose support head people have judged', () => {
  const judgement = (supported: number, share: number) => ({ supported, ...at(0, share), quals: undefined });
  const support = { points: [judgement(0, 0.1), judgement(1, 0.9)] };
  const looked = (unsupported: number) => ({
    ...RESULT,
    firstLook: { unsupported, words: [], sourceLogProb: -2, levels: {} },
  });
  // QUALS alone: −3 is at 20 %, 0 at 80 %.
  const calibrated = { ...calibration, support };

  it('follows the head, and keeps what QUALS says', () => {
    const given = verdictOf({ ...looked(0.9), quals: 0 }, SUMMARY, COPIED_NONE, [calibrated]);
    // 1 − 0.9 = 0.1, a tenth of the way from 10 to 90 %.
    expect(given).toMatchObject({
      kind: 'judged',
      judge: 'first look',
      judgement: { share: expect.closeTo(0.18, 12) },
    });
    expect(given).toMatchObject({ score: { reading: 'supported', judgement: { share: 0.8 } } });
    expect(given.title).toMatch(/^The article probably does not support this summary/u);
  });

  it('is lowest where no consistent summary has so low a score', () => {
    const given = verdictOf({ ...looked(0), quals: -2 }, SUMMARY, COPIED_NONE, [calibrated]);
    expect(given.title).toMatch(/^The article probably does not support this summary/u);
  });

  it('has a verdict for a protocol whose scores nobody has judged', () => {
    const ofOther = { ...calibrated, method: { ...calibration.method, protocol: 'released' as const } };
    const given = verdictOf(looked(0.9), SUMMARY, COPIED_NONE, [ofOther]);
    expect(given).toMatchObject({ kind: 'judged', judge: 'first look', score: undefined });
    const ofNewer = { ...ofOther, method: { ...ofOther.method, model: { ...ofOther.method.model, version: '9' } } };
    expect(verdictOf(looked(0.9), SUMMARY, COPIED_NONE, [ofNewer])).toMatchObject({ note: OTHER_PROTOCOL });
  });

  it('judges a summary with few questions by the head, if it has a few words', () => {
    const few = { ...looked(0.9), pairs: RESULT.pairs.slice(0, 5) };
    const words = Array.from({ length: 6 }, (_, place) => ({ start: place, end: place + 1, probability: 0 }));
    const ofWords = (count: number) => ({ ...few, firstLook: { ...few.firstLook, words: words.slice(0, count) } });
    const given = verdictOf(ofWords(6), SUMMARY, COPIED_NONE, [calibrated]);
    expect(given).toMatchObject({ kind: 'judged', judge: 'first look', score: undefined });
    expect(given.kind === 'judged' && given.note).toContain('only 5 questions');
    expect(verdictOf(ofWords(5), SUMMARY, COPIED_NONE, [calibrated]).kind).toBe('too-few');
    // The judgements are not read yet: they decide for six words alone.
    expect(verdictOf(ofWords(6), SUMMARY, COPIED_NONE, undefined).kind).toBe('awaited');
    expect(verdictOf(ofWords(5), SUMMARY, COPIED_NONE, undefined).kind).toBe('too-few');
  });

  it('follows QUALS for a result without a first look', () => {
    expect(verdictOf(RESULT, SUMMARY, COPIED_NONE, [calibrated])).toMatchObject({ judge: 'score' });
  });
});

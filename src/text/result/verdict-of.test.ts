import { expect, it } from 'vitest';
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

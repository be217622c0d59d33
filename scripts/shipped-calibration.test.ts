/** The page has two protocols and two presets: the shipped model must have a calibration for each, of its own version. */
import { readFileSync } from 'node:fs';
import { parse } from 'valibot';
import { expect, it } from 'vitest';
import { calibrationOf, orderedShare, ratedCount } from '../src/core/judgement/calibration.js';
import { DEFAULT_MODEL } from '../cli/model/shipped-model.js';
import { MATCHED, PRESETS, RELEASED } from '../src/core/protocol.js';
import { methodOf } from '../src/core/method/scoring-method.js';
import { CALIBRATION_FILE, calibrationsIn } from '../src/state/scoring/calibration.js';

const read = (name: string): { model: object; id: string; version: string } =>
  JSON.parse(readFileSync(`${DEFAULT_MODEL}/${name}`, 'utf8')) as never;
const file = read('calibration.json');

it('has the version of the shipped model', () => {
  const { id, version } = read('manifest.json');
  expect(file.model).toEqual({ id, version });
});

// Number of summaries, and ROC-AUC by scikit-learn, from the rows in training/evaluation.
it.each([
  ['matched, 60 paths', MATCHED, 120, 0.579],
  ['released, 60 paths', RELEASED, 120, 0.599],
  ['matched, 20 paths', { ...MATCHED, search: PRESETS.quick }, 120, 0.551],
  ['released, 20 paths', { ...RELEASED, search: PRESETS.quick }, 120, 0.549],
])('speaks of %s', (_, protocol, cases, auc) => {
  const model = read('manifest.json');
  const calibration = calibrationOf(calibrationsIn(parse(CALIBRATION_FILE, file), model), methodOf(protocol, model));
  if (!calibration) throw new Error('There is none.');
  expect(ratedCount(calibration)).toBe(cases);
  expect(orderedShare(calibration)).toBeCloseTo(auc, 2);
});

/** Human judgements of summaries with similar scores: `calibration.json` next to the model's files. */
import { atom } from 'nanostores';
import { array, integer, minLength, number, object, optional, picklist, pipe, string, type InferOutput } from 'valibot';
import type { Calibration } from '../../core/judgement/calibration.js';
import { MATCHED, RELEASED } from '../../core/protocol.js';
import { methodOf, type ScoringMethod } from '../../core/method/scoring-method.js';

const WHOLE = pipe(number(), integer());

const JUDGEMENT = {
  share: number(),
  low: number(),
  high: number(),
  near: WHOLE,
  nearConsistent: WHOLE,
};

const SOME = pipe(array(number()), minLength(1));

/** The part of the file that the page reads. */
export const CALIBRATION_FILE = object({
  /** The model that scored the rated summaries. */
  model: optional(object({ id: string(), version: string() })),
  /** Recipe that normalised the rated texts. */
  normalisation: optional(WHOLE, 0),
  /** By the support head's probability that the article supports the summary. */
  support: optional(object({ points: pipe(array(object({ supported: number(), ...JUDGEMENT })), minLength(2)) })),
  calibrations: array(
    object({
      protocol: picklist(['matched', 'released']),
      paths: WHOLE,
      points: pipe(array(object({ quals: number(), ...JUDGEMENT })), minLength(2)),
      rated: object({ consistent: SOME, inconsistent: SOME }),
    }),
  ),
});

/** `model`: used if the file names none. */
export function calibrationsIn(
  file: InferOutput<typeof CALIBRATION_FILE>,
  model: ScoringMethod['model'],
): readonly Calibration[] {
  return file.calibrations.map(({ protocol, paths, points, rated }) => {
    const { softCap, search } = protocol === 'matched' ? MATCHED : RELEASED;
    const method = methodOf({ name: protocol, softCap, search: { ...search, paths } }, file.model ?? model);
    return { method: { ...method, normalisation: file.normalisation }, points, rated, support: file.support };
  });
}

export function createCalibrationState() {
  /** Undefined until the file is read. Empty if the model has none; the page then shows only the number. */
  const $calibrations = atom<readonly Calibration[] | undefined>(undefined);
  return { $calibrations };
}

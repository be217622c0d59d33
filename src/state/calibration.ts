/** What people said of summaries that score like this: `calibration.json` beside the model's files. */
import { atom } from 'nanostores';
import { array, integer, minLength, number, object, optional, picklist, pipe, string } from 'valibot';
import type { Calibration } from '../core/calibration.js';

const WHOLE = pipe(number(), integer());

const POINT = object({
  quals: number(),
  share: number(),
  low: number(),
  high: number(),
  near: WHOLE,
  nearConsistent: WHOLE,
});

const SOME = pipe(array(number()), minLength(1));

/** The file, as far as the page reads it. */
export const CALIBRATION_FILE = object({
  /** What scored the rated summaries. */
  model: optional(object({ id: string(), version: string() })),
  calibrations: array(
    object({
      protocol: picklist(['matched', 'released']),
      paths: WHOLE,
      points: pipe(array(POINT), minLength(2)),
      rated: object({ consistent: SOME, inconsistent: SOME }),
    }),
  ),
});

export function createCalibrationState() {
  /** Empty where the model comes without any: then the page says the number alone. */
  const $calibrations = atom<readonly Calibration[]>([]);
  return { $calibrations };
}

/** Human judgements of summaries with similar scores: `calibration.json` next to the model's files. */
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

/** The part of the file that the page reads. */
export const CALIBRATION_FILE = object({
  /** The model that scored the rated summaries. */
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

/** Empty if the model has none; the page then shows only the number. */
export const $calibrations = atom<readonly Calibration[]>([]);

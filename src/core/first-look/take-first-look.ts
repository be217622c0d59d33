/** A first look from two texts: normalise, read the article or take what is kept of it, read the summary behind it and without it. */
import { QualsError } from '../errors.js';
import { readSummary, type SummaryRequest } from '../measures/read-summary.js';
import type { Checkpoint, KeptText, QAGenModel } from '../qagen-model.js';
import type { FirstLook } from './first-look.js';

export type FirstLookRequest = SummaryRequest;

/**
 * `article`: the source, kept by the caller. `isEdit`: true for a look while a person edits. Leave it out for rows: the value of a row must not
 * depend on the rows before. Offsets of the words are in `summary` as it was given. Throws QualsError for texts that cannot be scored, and
 * `Cancelled`. The model must have a support head.
 */
export async function takeFirstLook(
  model: QAGenModel,
  request: FirstLookRequest,
  checkpoint: Checkpoint,
  article?: KeptText,
  isEdit = false,
): Promise<FirstLook> {
  if (!model.supportHead) throw new QualsError('internal', 'This model has no support head.');
  const { firstLook } = await readSummary(model, request, checkpoint, article, isEdit);
  if (!firstLook) throw new QualsError('internal', 'The support head gave no first look.');
  return firstLook;
}

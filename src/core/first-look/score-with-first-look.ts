/** A score with a first look beside it: two judges of one summary. */
import type { KeptText, QAGenModel } from '../qagen-model.js';
import { type RunControl, scoreSummary } from '../quals/score-summary.js';
import type { Scored, Unscorable } from '../score.js';
import type { ScoreRequest } from '../scorer.js';
import { takeFirstLook } from './take-first-look.js';

/**
 * As `scoreSummary`. The first look is left out for a model without a support head, and where the article is not kept: it would be
 * read twice.
 */
export async function scoreWithFirstLook(
  model: QAGenModel,
  request: ScoreRequest,
  control: RunControl,
  article?: KeptText,
): Promise<Scored | Unscorable> {
  const result = await scoreSummary(model, request, control, article);
  if (!model.supportHead || !article) return result;
  return { ...result, firstLook: await takeFirstLook(model, request, control.checkpoint, article) };
}

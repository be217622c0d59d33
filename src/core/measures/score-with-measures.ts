/** A score with all that the page and the command compare it with: first look, ROUGE, agreement and log p of the summary. */
import type { KeptText, QAGenModel } from '../qagen-model.js';
import { type RunControl, scoreSummary } from '../quals/score-summary.js';
import type { Scored, Unscorable } from '../score.js';
import type { ScoreRequest } from '../scorer.js';
import { normaliseText } from '../text/normalise-text.js';
import { namedMeasures, otherMeasures } from './measures.js';
import { readSummary } from './read-summary.js';

/** As `scoreSummary`. Without a kept `article`, the source is kept for this run, so that it is read once. */
export async function scoreWithMeasures(
  model: QAGenModel,
  request: ScoreRequest,
  control: RunControl,
  article?: KeptText,
): Promise<Scored | Unscorable> {
  const kept = article ?? model.keepText(model.encode(normaliseText(request.source).text));
  try {
    const result = await scoreSummary(model, request, control, kept);
    const { logProb, tokens, firstLook } = await readSummary(model, request, control.checkpoint, kept);
    const measures = namedMeasures({ ...otherMeasures(request, result), sourceLogProb: logProb });
    return {
      ...result,
      measures,
      ...(tokens && { summaryTokenLogProbs: tokens }),
      ...(firstLook && { firstLook }),
    };
  } finally {
    if (!article) kept.release();
  }
}

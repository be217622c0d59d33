/** The library's shortest way from two texts to a result. */
import type { ResultRecord } from '../../core/record/result-record.js';
import {
  type OpenScorer,
  openScorer,
  type ScoreOptions,
  type ScorerOptions,
  type SummaryTexts,
} from './open-scorer.js';

const opened = new Map<string, Promise<OpenScorer>>();

/**
 * QUALS of a summary (docs/metric.md): `record.measures.quals`, in nats per token; 0 means as likely given either text. The first call
 * loads the model and keeps it for later calls with the same base, model and device; calls that come meanwhile wait for it. Errors:
 * as in `openScorer` and `OpenScorer.score`.
 */
export async function scoreSummary(texts: SummaryTexts, options: ScorerOptions & ScoreOptions): Promise<ResultRecord> {
  const { base, model = '', device = 'auto' } = options;
  const key = JSON.stringify([String(base), model, device]);
  const opening = opened.get(key) ?? openScorer(options);
  opened.set(key, opening);
  const forget = (): void => {
    if (opened.get(key) === opening) opened.delete(key);
  };
  const scorer = await opening.catch((error: unknown) => {
    forget();
    throw error;
  });
  try {
    return await scorer.score(texts, options);
  } finally {
    // A worker that ended is replaced at the next call.
    if (!scorer.isOpen) forget();
  }
}

/** What the table of rows holds of a finished row. */
import type { OutputRow } from '../../../batch/output-row.js';
import { rougeIn } from '../../../core/measures/measures.js';
import { rougeEnsemble } from '../../../core/measures/rouge.js';
import type { Scored, Unscorable } from '../../../core/score.js';
import type { EntryScore } from '../../../state/batch/batch-entry.js';
import type { ScoredOne } from '../../../state/scoring/session.js';

/** `scored`: undefined where the row ended with an error. */
export function entryScore(error: OutputRow['error'], scored: ScoredOne | undefined): EntryScore {
  if (!scored) return { outcome: 'failed', code: error?.code ?? 'internal', message: error?.message ?? '' };
  const { result, run } = scored;
  const { seconds } = run;
  if (result.kind === 'unscorable') {
    return { outcome: 'unscorable', written: result.pairsWritten, seconds, ...otherValues(result) };
  }
  return {
    outcome: 'scored',
    quals: result.quals,
    answerGap: result.answerGap,
    pairs: result.pairs.length,
    seconds,
    ...otherValues(result),
  };
}

function otherValues({ measures, firstLook }: Scored | Unscorable) {
  const rouge = rougeIn(measures);
  return {
    ...(rouge && { rouge: rougeEnsemble(rouge) }),
    ...(firstLook && { supported: 1 - firstLook.unsupported }),
  };
}

/** Progress of a stage, for its bar. */
import type { ScoreProgress } from '../../core/scorer.js';
import type { Running, Stage } from '../../state/scoring/run.js';
import { pairsCompared } from '../../text/form/run-words.js';

/** 0 to 1, by the unit that the stage counts; 0 before its first report. */
export function stageFraction(stage: Stage, { reports, written, protocol }: Running): number {
  const report = reports[stage];
  if (!report) return 0;
  if (stage === 'compare') {
    const pairs = pairsCompared(report);
    return pairs && pairs.total > 0 ? pairs.done / pairs.total : 0;
  }
  return fractionOf(report, written.length / protocol.search.paths);
}

function fractionOf(report: ScoreProgress, writtenShare: number): number {
  switch (report.phase) {
    case 'read-summary':
    case 'read-source':
      return report.tokensTotal === 0 ? 1 : report.tokensDone / report.tokensTotal;
    case 'write-pairs':
      return Math.min(1, writtenShare);
    case 'keep-pairs':
      return 0;
    case 'force-score':
      return Math.min(1, report.pairsDone / (report.pairsTotal / 2));
    case 'answer':
      return 1;
  }
}

/** The numbers of a study's results. */
import { AXES, type Axis, type Verdict, VERDICTS, type Work } from '../../../core/study/study.js';
import { ratingsByItem, votesOn } from '../../../core/study/tally.js';
import { type Estimate, estimate } from '../../../statistics/bootstrap.js';
import { krippendorffAlpha, type Level } from '../../../statistics/krippendorff-alpha.js';
import { weightedMean } from '../../../statistics/weighted.js';

interface VerdictShare {
  readonly verdict: Verdict;
  readonly votes: number;
  readonly share: Estimate;
}

export interface AxisFigures {
  readonly axis: Axis;
  /** Answers on this axis. */
  readonly votes: number;
  /** In the order of VERDICTS. Empty without votes. */
  readonly shares: readonly VerdictShare[];
  /** Items that two or more annotators answered. */
  readonly shared: number;
  /** NaN without a value. */
  readonly nominal: Estimate;
  readonly ordinal: Estimate;
}

/** Rejects when `signal` is aborted. */
export async function studyFigures(works: readonly Work[], signal?: AbortSignal): Promise<readonly AxisFigures[]> {
  const figures: AxisFigures[] = [];
  for (const axis of AXES) {
    const votes = votesOn(axis, works);
    const items = votes.map(({ item }) => item);
    const shares: VerdictShare[] = [];
    for (const verdict of votes.length > 0 ? VERDICTS : []) {
      const is = votes.map((vote) => Number(vote.verdict === verdict));
      const share = await estimate(items, (weights) => weightedMean(is, weights), signal);
      shares.push({ verdict, votes: is.reduce((sum, each) => sum + each, 0), share });
    }
    const units = ratingsByItem(votes);
    const alpha = (level: Level): Promise<Estimate> =>
      estimate(
        units.map((_, unit) => unit),
        (weights) => krippendorffAlpha(units, VERDICTS.length, level, weights),
        signal,
      );
    figures.push({
      axis,
      votes: votes.length,
      shares,
      shared: units.filter((ratings) => ratings.length > 1).length,
      nominal: await alpha('nominal'),
      ordinal: await alpha('ordinal'),
    });
  }
  return figures;
}

/** Answers of a study, counted by axis. */
import { type Axis, type Verdict, VERDICTS, type Work } from './study.js';

/** One annotator's answer on one axis. */
export interface Vote {
  readonly annotator: number;
  readonly item: number;
  readonly verdict: Verdict;
}

/** A skipped item has no vote, also where some of its questions are answered. */
export function votesOn(axis: Axis, works: readonly Work[]): readonly Vote[] {
  return works.flatMap(({ answers }, annotator) =>
    [...answers.values()].flatMap(({ item, verdicts, skipped }) => {
      const verdict = verdicts[axis];
      return verdict === undefined || skipped ? [] : [{ annotator, item, verdict }];
    }),
  );
}

/** For agreement: a list for each item, with the index in VERDICTS of each vote. Items without a vote are missing. */
export function ratingsByItem(votes: readonly Vote[]): readonly (readonly number[])[] {
  const items = new Map<number, number[]>();
  for (const { item, verdict } of votes) {
    const rating = VERDICTS.indexOf(verdict);
    const ratings = items.get(item);
    if (ratings) ratings.push(rating);
    else items.set(item, [rating]);
  }
  return [...items.values()];
}

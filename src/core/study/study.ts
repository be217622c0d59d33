/**
 * A human study (Nan et al. 2021, section 5, human evaluation): people compare two summaries of one article on three axes,
 * without knowing which system wrote which.
 */

/** In the order in which the page asks. */
export const AXES = ['consistency', 'informativeness', 'grammar'] as const;
export type Axis = (typeof AXES)[number];

/** `first`: the summary of the first system is better. In this order for ordinal statistics. */
export const VERDICTS = ['first', 'equal', 'second'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface StudyItem {
  /** Of the article; no two items of a study have the same. */
  readonly id: string;
  readonly source: string;
  /** In the order of the study's systems. They differ. */
  readonly summaries: readonly [string, string];
}

export interface Study {
  readonly id: string;
  readonly name: string;
  /** ISO 8601. */
  readonly createdAt: string;
  /** Decides which summary an annotator sees on which side. */
  readonly seed: string;
  readonly systems: readonly [string, string];
  readonly items: readonly StudyItem[];
  /** Ids of articles whose two summaries are equal. Nobody is asked about them, and no share counts them. */
  readonly same: readonly string[];
}

export type Verdicts = { readonly [axis in Axis]?: Verdict | undefined };

export interface Answer {
  /** Index of the item in the study, from 0. */
  readonly item: number;
  readonly verdicts: Verdicts;
  /** '' for none. */
  readonly note: string;
  readonly skipped: boolean;
  /** When it last changed; ISO 8601. */
  readonly changedAt: string;
}

export interface Annotator {
  readonly id: string;
  readonly name: string;
  /** ISO 8601. */
  readonly createdAt: string;
  /** Answers no longer change after it. Null before. */
  readonly finishedAt: string | null;
  /** This person was shown results before the end, and was not blind afterwards. */
  readonly sawResults: boolean;
}

/** An annotator with the answers, by item. */
export interface Work extends Annotator {
  readonly answers: ReadonlyMap<number, Answer>;
}

export function isComplete(answer: Answer | undefined): boolean {
  return answer !== undefined && AXES.every((axis) => answer.verdicts[axis] !== undefined);
}

export interface Progress {
  /** Items with an answer on each axis. */
  readonly answered: number;
  /** Skipped items without them. */
  readonly skipped: number;
}

export function progressOf({ answers }: Work): Progress {
  const all = [...answers.values()];
  const answered = all.filter(isComplete).length;
  return { answered, skipped: all.filter((answer) => answer.skipped && !isComplete(answer)).length };
}

/** The first item from `start` on, then from the beginning, that is neither answered nor skipped; undefined for none. */
export function nextOpen({ answers }: Work, items: number, start: number): number | undefined {
  for (let step = 0; step < items; step += 1) {
    const item = (start + step) % items;
    const answer = answers.get(item);
    if (!isComplete(answer) && !answer?.skipped) return item;
  }
  return undefined;
}

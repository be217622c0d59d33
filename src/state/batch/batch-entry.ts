/** What the page holds of each row of the open batch. Articles and full results stay in the database. */
import type { RowId } from '../../batch/row-id.js';

export interface BatchEntry {
  /** From 0, in the order of the input. */
  readonly index: number;
  /** The row's number, from 1, where the input gives none. */
  readonly id: RowId;
  readonly system: string | null;
  readonly label: number | null;
  readonly summary: string;
  /** For ROUGE; missing where the row has none, or is one. */
  readonly reference?: string | undefined;
  /** Number of the article in the batch. Rows with the same article have the same. */
  readonly article: number;
  readonly articleWords: number;
  /** Line of the input, from 1. */
  readonly line: number;
  /** Why the row cannot be scored, with line and column. */
  readonly problem?: string | undefined;
  /** Missing while the row waits. */
  readonly score?: EntryScore | undefined;
}

/** What a choice of training texts may use besides QUALS. */
interface OtherValues {
  /** Mean F1 of ROUGE-1, -2 and -L against the article. */
  readonly rouge?: number | undefined;
  /** Probability, 0 to 1, that the article supports all of the summary; only from a model with a support head. */
  readonly supported?: number | undefined;
}

export type EntryScore =
  | (OtherValues & {
      readonly outcome: 'scored';
      readonly quals: number;
      readonly answerGap: number;
      readonly pairs: number;
      readonly seconds: number;
    })
  | (OtherValues & { readonly outcome: 'unscorable'; readonly written: number; readonly seconds: number })
  | { readonly outcome: 'failed'; readonly code: string; readonly message: string };

export type EntryStatus = 'scored' | 'unscorable' | 'failed' | 'waiting';

export function statusOf({ problem, score }: BatchEntry): EntryStatus {
  return problem === undefined ? (score?.outcome ?? 'waiting') : 'failed';
}

export function qualsOf({ score }: BatchEntry): number | undefined {
  return score?.outcome === 'scored' ? score.quals : undefined;
}

export type StatusCounts = Readonly<Record<EntryStatus, number>>;

export function countStatuses(entries: readonly BatchEntry[]): StatusCounts {
  const counts = { scored: 0, unscorable: 0, failed: 0, waiting: 0 };
  for (const entry of entries) counts[statusOf(entry)] += 1;
  return counts;
}

/** In the order of the input. */
export function systemsOf(entries: readonly BatchEntry[]): readonly string[] {
  return [...new Set(entries.map(({ system }) => system))].filter((system) => system !== null);
}

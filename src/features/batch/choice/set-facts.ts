/** What each set of a choice has: its size, and the means of all measures over it. */
import { mean } from 'simple-statistics';
import { qualsOf } from '../../../state/batch/batch-entry.js';
import type { BatchChoice, ChosenRow } from '../../../state/batch/choice.js';

type SetName = 'references' | 'positive' | 'generated' | 'negative';

export interface SetFacts {
  readonly name: SetName;
  readonly summaries: number;
  readonly articles: number;
  /** Means over the rows that have the value; undefined where none has. */
  readonly quals: number | undefined;
  readonly rouge: number | undefined;
  /** By the second judge: probability, 0 to 1, that the article supports all of a summary. */
  readonly supported: number | undefined;
  /** Rows that the second judge read. */
  readonly judged: number;
}

/** Each chosen set below the one that it was chosen from. */
export function setFacts({ rows, positive, negative }: BatchChoice): readonly SetFacts[] {
  const all = (kind: ChosenRow['kind']): readonly ChosenRow[] => rows.filter((row) => row.kind === kind);
  return [
    factsOf('references', all('reference')),
    factsOf('positive', positive),
    factsOf('generated', all('generated')),
    factsOf('negative', negative),
  ];
}

function factsOf(name: SetName, rows: readonly ChosenRow[]): SetFacts {
  const entries = rows.map(({ entry }) => entry);
  const scores = entries.map(({ score }) => (score?.outcome === 'failed' ? undefined : score));
  const supported = present(scores.map((score) => score?.supported));
  return {
    name,
    summaries: rows.length,
    articles: new Set(rows.map(({ article }) => article)).size,
    quals: meanOf(present(entries.map(qualsOf))),
    rouge: meanOf(present(scores.map((score) => score?.rouge))),
    supported: meanOf(supported),
    judged: supported.length,
  };
}

function present(values: readonly (number | undefined)[]): number[] {
  return values.filter((value) => value !== undefined);
}

function meanOf(values: number[]): number | undefined {
  return values.length === 0 ? undefined : mean(values);
}

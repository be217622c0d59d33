/** The choice of texts for contrastive training in the open batch (ConSeq, paper, section 4), as `quals choose` makes it. */
import {
  type Choice,
  type ChosenBy,
  chooseTexts,
  RELEASED_SHARES,
  type Shares,
} from '../../batch/contrast/choose-texts.js';
import { guessReference } from '../../batch/contrast/guess-reference.js';
import { type BatchEntry, systemsOf } from './batch-entry.js';

export interface ChoiceSettings {
  /** The system that wrote the references; '' for none, undefined before a person chooses. */
  readonly reference?: string | undefined;
  readonly by: ChosenBy;
  readonly shares: Shares;
}

export const FIRST_CHOICE: ChoiceSettings = { by: 'quals', shares: RELEASED_SHARES };

export interface ChosenRow {
  readonly entry: BatchEntry;
  readonly article: string;
  readonly kind: 'reference' | 'generated';
  /** What the choice is made by. */
  readonly value: number;
}

export interface BatchChoice extends Choice<ChosenRow> {
  readonly reference: string;
  /** All rows that take part, in the order of the input. */
  readonly rows: readonly ChosenRow[];
  /** Finished rows without the value. They take no part. */
  readonly without: number;
  readonly waiting: number;
  /** Rows whose system is not named. They take no part. */
  readonly unnamed: number;
}

/** Undefined where no system is the reference. */
export function chooseEntries(entries: readonly BatchEntry[], settings: ChoiceSettings): BatchChoice | undefined {
  const reference = referenceOf(entries, settings);
  if (reference === undefined) return undefined;
  const rows: ChosenRow[] = [];
  const left = { without: 0, waiting: 0, unnamed: 0 };
  for (const entry of entries) {
    const value = valueOf(entry, settings.by);
    const kind = entry.system === reference ? 'reference' : 'generated';
    if (entry.system === null) left.unnamed += 1;
    else if (value !== undefined) rows.push({ entry, article: String(entry.article), kind, value });
    else left[(entry.score ?? entry.problem) ? 'without' : 'waiting'] += 1;
  }
  return { reference, rows, ...left, ...chooseTexts(rows, settings.shares) };
}

function referenceOf(entries: readonly BatchEntry[], { reference }: ChoiceSettings): string | undefined {
  const systems = systemsOf(entries);
  if (systems.length < 2) return undefined;
  const named = reference ?? guessReference(systems);
  return named !== undefined && systems.includes(named) ? named : undefined;
}

function valueOf({ score }: BatchEntry, by: ChosenBy): number | undefined {
  if (score === undefined || score.outcome === 'failed') return undefined;
  if (by === 'rouge') return score.rouge;
  return score.outcome === 'scored' ? score.quals : undefined;
}

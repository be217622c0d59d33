/** What the page says of each summary with a text. Pure. */
import type { Calibration } from '../../../core/judgement/calibration.js';
import type { Fault } from '../../../core/errors.js';
import type { Scored } from '../../../core/score.js';
import { type Verbatim, verbatimSentences } from '../../../core/text/verbatim-sentences.js';
import type { ComparedScore, ComparedSummary, Comparison } from '../../../state/compare/comparison.js';
import type { ComparedFault } from '../../../state/compare/compare-run.js';
import { distinctNames } from '../../../state/compare/names.js';
import { baselineOf, standings, type Standing } from '../../../state/compare/standing.js';
import { type Verdict, verdictOf } from '../../../text/result/verdict-of.js';

export interface Column {
  readonly summary: ComparedSummary;
  readonly name: string;
  readonly standing: Standing;
  /** Of a score, also of one that is out of date. */
  readonly given: Given | undefined;
  /** QUALS minus that of the baseline, where both compare; undefined for the baseline itself. */
  readonly difference: number | undefined;
  readonly isBaseline: boolean;
  /** Why the present text has no score. */
  readonly fault: Fault | undefined;
  /** The first summary with the same text. */
  readonly equalTo: string | undefined;
}

export interface Given {
  readonly scored: ComparedScore & { readonly result: Scored };
  readonly verbatim: Verbatim;
  readonly verdict: Verdict;
}

export function columnsOf(
  comparison: Comparison,
  faults: Readonly<Record<string, ComparedFault>>,
  calibrations: readonly Calibration[] | undefined,
): Column[] {
  const { source, summaries } = comparison;
  const [names, standing, baseline] = [distinctNames(summaries), standings(comparison), baselineOf(comparison)];
  return summaries.flatMap((summary, index): Column[] => {
    if (standing[index] === 'empty' || standing[index] === undefined) return [];
    const given = summary.scored && givenOf(summary.scored, calibrations);
    const failed = faults[summary.id];
    const isOfTexts = failed?.texts.source === source && failed.texts.summary === summary.summary;
    const first = summaries.findIndex((other) => other.summary === summary.summary);
    const compares = standing[index] === 'current' && given && baseline && baseline.id !== summary.id;
    return [
      {
        summary,
        name: names[index] ?? '',
        standing: standing[index],
        given,
        difference: compares ? given.scored.result.quals - baseline.scored.result.quals : undefined,
        isBaseline: baseline?.id === summary.id,
        fault: isOfTexts ? failed.fault : undefined,
        equalTo: first < index && summary.summary.trim() !== '' ? names[first] : undefined,
      },
    ];
  });
}

/** Columns whose scores are comparable. */
export function scoredColumns(columns: readonly Column[]): (Column & { readonly given: Given })[] {
  return columns.filter(
    (column): column is Column & { readonly given: Given } =>
      column.standing === 'current' && column.given !== undefined,
  );
}

/**
 * Names of those with the highest score as it is printed, and of how many. A score over few pairs, or of copied sentences, says
 * little of the summary: it takes no part.
 */
export function highest(columns: readonly Column[]): { readonly best: readonly string[]; readonly of: number } {
  const ranked = scoredColumns(columns).filter(
    ({ given }) => given.verdict.kind !== 'too-few' && given.verdict.kind !== 'verbatim',
  );
  const printed = ranked.map(({ given }) => Number(given.scored.result.quals.toFixed(3)));
  const most = Math.max(...printed);
  return { best: ranked.flatMap(({ name }, index) => (printed[index] === most ? [name] : [])), of: ranked.length };
}

function givenOf(scored: ComparedScore, calibrations: readonly Calibration[] | undefined): Given | undefined {
  if (!isScored(scored)) return undefined;
  const verbatim = verbatimOf(scored);
  return { scored, verbatim, verdict: verdictOf(scored.result, scored.texts.summary, verbatim, calibrations) };
}

function isScored(scored: ComparedScore): scored is ComparedScore & { readonly result: Scored } {
  return scored.result.kind === 'scored';
}

/** Splits the whole article into sentences, so it is kept with the score. */
function verbatimOf(scored: ComparedScore): Verbatim {
  const known = VERBATIM.get(scored);
  if (known) return known;
  const found = verbatimSentences(scored.texts.summary, scored.texts.source);
  VERBATIM.set(scored, found);
  return found;
}

const VERBATIM = new WeakMap<ComparedScore, Verbatim>();

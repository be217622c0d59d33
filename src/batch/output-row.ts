/** Rows of the output. Field names are a public interface: researchers' scripts read them. */
import type { ErrorCode } from '../core/errors.js';
import type { FirstLook } from '../core/first-look/first-look.js';
import { rougeIn, type OtherMeasures } from '../core/measures/measures.js';
import { rougeF1 } from '../core/measures/rouge.js';
import { type MethodFields, methodFields } from '../core/method/method-fields.js';
import type { Scored, ScoredPair, Unscorable } from '../core/score.js';
import { methodOfRun, type ScoringMethod } from '../core/method/scoring-method.js';
import type { RowId } from './row-id.js';

/** `first-look`: judged by the support head alone, with `--first-look`. */
export const OUTCOMES = ['scored', 'unscorable', 'first-look', 'error'] as const;

/** `--resume` reads method and outcome from each row. */
export interface OutputRow extends MethodFields {
  readonly id: RowId | null;
  /** `reference`: the row scores an article's reference, not a summary of the input. */
  readonly system?: string;
  readonly outcome: (typeof OUTCOMES)[number];
  /** Null if there is no score. */
  readonly quals: number | null;
  readonly answerGap: number | null;
  /** Worst first. */
  readonly pairs: readonly OutputPair[];
  /** Probability, 0 to 1, that the article supports all of the summary; only with a model that has a support head. */
  readonly supported?: number;
  /** Probability that the article does not support a word, in order. */
  readonly firstLookWords?: readonly OutputWord[];
  /** Mean log p(token | article, tokens before it). */
  readonly sourceLogProb?: number;
  /** F1 against the article; only in results that were compared with other measures. */
  readonly rouge?: OtherMeasures['rouge'];
  /** F1 against the row's reference summary. */
  readonly referenceRouge?: OtherMeasures['rouge'];
  /** Mean token F1 of the answers from article and summary. Null where no question comes back from the summary. */
  readonly agreement?: number | null;
  readonly error?: { readonly code: ErrorCode | 'row-invalid'; readonly message: string };
}

/** A first look alone, with `--first-look`; with `--compare`, ROUGE too. */
interface LookResult {
  readonly kind: 'first-look';
  readonly firstLook: FirstLook;
  readonly rouge?: OtherMeasures['rouge'];
}

export type RowResult = Scored | Unscorable | LookResult;

interface OutputWord {
  readonly text: string;
  readonly unsupported: number;
}

interface OutputPair {
  readonly question: string;
  readonly answer: string;
  readonly quals: number;
  readonly answerGap: number;
  readonly tokens: readonly OutputToken[];
}

interface OutputToken {
  readonly text: string;
  readonly summaryLogProb: number;
  readonly sourceLogProb: number;
}

/** `summary` and `reference`: as the row gave them. */
export function resultRow(
  id: RowId,
  result: RowResult,
  summary: string,
  method: ScoringMethod,
  reference?: string,
): OutputRow {
  const { kind, firstLook } = result;
  const [quals, answerGap, pairs] =
    kind === 'scored' ? [result.quals, result.answerGap, result.pairs.map(outputPair)] : [null, null, []];
  const look = firstLook && lookFields(firstLook, summary);
  const made = methodFields(kind === 'first-look' ? method : methodOfRun(result));
  const compared =
    kind === 'first-look' ? rougeFields(result.rouge, summary, reference) : comparedFields(result, summary, reference);
  return { id, outcome: kind, quals, answerGap, pairs, ...look, ...compared, ...made };
}

/** None for a result that holds no other measures. */
function comparedFields({ measures }: Scored | Unscorable, summary: string, reference?: string): Partial<OutputRow> {
  const rouge = rougeIn(measures);
  if (!measures || !rouge) return {};
  const { agreement = null, sourceLogProb } = measures;
  return {
    ...rougeFields(rouge, summary, reference),
    agreement,
    ...(sourceLogProb !== undefined && { sourceLogProb }),
  };
}

function rougeFields(
  rouge: OtherMeasures['rouge'] | undefined,
  summary: string,
  reference?: string,
): Partial<OutputRow> {
  if (!rouge) return {};
  return { rouge, ...(reference !== undefined && { referenceRouge: rougeF1(summary, reference) }) };
}

function lookFields({ unsupported, words, sourceLogProb }: FirstLook, summary: string): Partial<OutputRow> {
  const firstLookWords = words.map(({ start, end, probability }) => ({
    text: summary.slice(start, end),
    unsupported: probability,
  }));
  return { supported: 1 - unsupported, firstLookWords, sourceLogProb };
}

export function errorRow(id: RowId | null, error: NonNullable<OutputRow['error']>, method: ScoringMethod): OutputRow {
  return { id, outcome: 'error', quals: null, answerGap: null, pairs: [], error, ...methodFields(method) };
}

function outputPair({ question, answer, quals, answerGap, tokens }: ScoredPair): OutputPair {
  const outputTokens = tokens.map(({ text, summaryLogProb, sourceLogProb }) => ({
    text,
    summaryLogProb,
    sourceLogProb,
  }));
  return { question, answer, quals, answerGap, tokens: outputTokens };
}

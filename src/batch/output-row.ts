/** Rows of the output. Field names are part of the product: researchers' scripts read them. */
import type { ErrorCode } from '../core/errors.js';
import { type MethodFields, methodFields } from '../core/method-fields.js';
import type { Scored, ScoredPair, Unscorable } from '../core/score.js';
import { methodOfRun, type ScoringMethod } from '../core/scoring-method.js';
import type { RowId } from './row-id.js';

/** `--resume` reads the method from each row. */
export interface OutputRow extends MethodFields {
  readonly id: RowId | null;
  readonly outcome: 'scored' | 'unscorable' | 'error';
  /** Null where there is no number: never a made-up one. */
  readonly quals: number | null;
  readonly answerGap: number | null;
  /** Worst first. */
  readonly pairs: readonly OutputPair[];
  readonly error?: { readonly code: ErrorCode | 'row-invalid'; readonly message: string };
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

export function resultRow(id: RowId, result: Scored | Unscorable): OutputRow {
  const [quals, answerGap, pairs] =
    result.kind === 'scored' ? [result.quals, result.answerGap, result.pairs.map(outputPair)] : [null, null, []];
  return { id, outcome: result.kind, quals, answerGap, pairs, ...methodFields(methodOfRun(result)) };
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

/** Rows of the output. Field names are a public interface: researchers' scripts read them. */
import type { ErrorCode } from '../src/core/errors.js';
import type { Protocol } from '../src/core/protocol.js';
import type { Scored, ScoredPair, Unscorable } from '../src/core/score.js';
import type { RowId } from './input-rows.js';

export interface ModelName {
  readonly id: string;
  readonly version: string;
}

export interface OutputRow {
  readonly id: RowId | null;
  readonly outcome: 'scored' | 'unscorable' | 'error';
  /** Null if the summary is unscorable. */
  readonly quals: number | null;
  readonly answerGap: number | null;
  /** Worst first. */
  readonly pairs: readonly OutputPair[];
  readonly error?: { readonly code: ErrorCode | 'row-invalid'; readonly message: string };
  readonly protocol: Protocol['name'];
  readonly paths: number;
  readonly model: ModelName;
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
  const { protocol, model } = result;
  const [quals, answerGap, pairs] =
    result.kind === 'scored' ? [result.quals, result.answerGap, result.pairs.map(outputPair)] : [null, null, []];
  return { id, outcome: result.kind, quals, answerGap, pairs, ...facts(protocol, model) };
}

export function errorRow(
  id: RowId | null,
  error: NonNullable<OutputRow['error']>,
  protocol: Protocol,
  model: ModelName,
): OutputRow {
  return { id, outcome: 'error', quals: null, answerGap: null, pairs: [], error, ...facts(protocol, model) };
}

function facts(
  { name, search }: Protocol,
  { id, version }: ModelName,
): Pick<OutputRow, 'protocol' | 'paths' | 'model'> {
  return { protocol: name, paths: search.paths, model: { id, version } };
}

function outputPair({ question, answer, quals, answerGap, tokens }: ScoredPair): OutputPair {
  const outputTokens = tokens.map(({ text, summaryLogProb, sourceLogProb }) => ({
    text,
    summaryLogProb,
    sourceLogProb,
  }));
  return { question, answer, quals, answerGap, tokens: outputTokens };
}

/** A result as tables: one row per pair, or one row per token. Column names do not change, because scripts read them. */
import Papa from 'papaparse';
import { FORMULA } from '../../core/formula-cell.js';
import { methodFields } from '../../core/method/method-fields.js';
import type { Scored, ScoredPair } from '../../core/score.js';
import { methodOfRun } from '../../core/method/scoring-method.js';

export function pairsCsv(result: Scored): string {
  const { pairs, dropped } = result;
  const { protocol, paths, normalisation, model } = methodFields(methodOfRun(result));
  const run = { protocol, paths, model: model.id, modelVersion: model.version, normalisation };
  const kept = pairs.map((pair, index) => ({
    pair: index + 1,
    question: pair.question,
    answer: pair.answer,
    kept: true,
    reason: '',
    quals: pair.quals,
    answerGap: pair.answerGap,
    summaryMean: pair.summaryMean,
    sourceMean: pair.sourceMean,
    generationMean: pair.generationMean,
    summaryAnswer: pair.summaryAnswer.text,
    summaryAnswerLogProb: pair.summaryAnswer.logProb,
    sourceAnswer: pair.sourceAnswer.text,
    sourceAnswerLogProb: pair.sourceAnswer.logProb,
    ...run,
  }));
  const thrownOut = dropped.map(({ question, answer, reason, generationMean }) => ({
    question,
    answer,
    kept: false,
    reason,
    generationMean,
    ...run,
  }));
  return csv([...kept, ...thrownOut], Object.keys(kept[0] ?? thrownOut[0] ?? {}));
}

export function tokensCsv({ pairs }: Pick<Scored, 'pairs'>): string {
  return csv(
    pairs.flatMap((pair, index) => tokenRows(pair, index + 1)),
    [
      'pair',
      'place',
      'part',
      'token',
      'text',
      'summaryLogProb',
      'sourceLogProb',
      'difference',
      'summaryRank',
      'sourceRank',
    ],
  );
}

function tokenRows(pair: ScoredPair, number: number): Record<string, unknown>[] {
  return pair.tokens.map((token, place) => ({
    pair: number,
    place: place + 1,
    part: token.part,
    token: token.token,
    text: token.text,
    summaryLogProb: token.summaryLogProb,
    sourceLogProb: token.sourceLogProb,
    difference: token.sourceLogProb - token.summaryLogProb,
    summaryRank: token.summaryRank,
    sourceRank: token.sourceRank,
  }));
}

/** Excel reads UTF-8 only if the file begins with it. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Prefixes texts that a spreadsheet would read as a formula with an apostrophe: the summary's author may be anyone. Numbers are not
 * texts and stay as they are.
 */
function csv(rows: readonly Record<string, unknown>[], columns: string[]): string {
  return BYTE_ORDER_MARK + Papa.unparse([...rows], { columns, escapeFormulae: FORMULA });
}

/** From positional scores to QUALS. Source: docs/metric.md, sections 3 and 4. */
import type { ForcedSequence, ForcedToken, QAGenModel } from '../qagen-model.js';
import type { ProtocolName } from '../protocol.js';
import type { Alternative, ModelAnswer, ScoredPair, TokenScore } from '../score.js';
import { answerSpans } from '../text/answer-spans.js';
import type { KeptPair } from './keep-pairs.js';
import { partsOf } from './split-pair.js';

function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('The mean of no values is not a number.');
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Positional scores of a pair given one text. */
export interface PairReading {
  readonly forced: ForcedSequence;
  readonly answer: ModelAnswer;
}

export function scorePair(
  pair: KeptPair,
  underSummary: PairReading,
  underSource: PairReading,
  summary: string,
  protocol: ProtocolName,
  model: Pick<QAGenModel, 'decode' | 'tokens'>,
): ScoredPair {
  const tokens = joinTokens(pair, underSummary.forced, underSource.forced, model);
  const summaryMean = mean(tokens.map(({ summaryLogProb }) => summaryLogProb));
  const sourceMean = mean(tokens.map(({ sourceLogProb }) => sourceLogProb));
  const { generationScore, generationMean } = pair.generated;
  return {
    question: pair.question,
    answer: pair.answer,
    tokens,
    summaryMean,
    sourceMean,
    quals: sourceMean - (protocol === 'matched' ? summaryMean : generationMean),
    answerGap: answerGapOf(tokens),
    generationScore,
    generationMean,
    answerSpans: answerSpans(pair.answer, summary, protocol),
    sourceAnswer: underSource.answer,
    summaryAnswer: underSummary.answer,
  };
}

/** QUALS and answer gap of the summary: means over kept pairs. Needs at least one pair. */
export function aggregate(pairs: readonly ScoredPair[]): { quals: number; answerGap: number } {
  return { quals: mean(pairs.map(({ quals }) => quals)), answerGap: mean(pairs.map(({ answerGap }) => answerGap)) };
}

/** The released rule accepts an empty answer; it has no token, so its gap is 0. */
function answerGapOf(tokens: readonly TokenScore[]): number {
  const gaps = tokens
    .filter(({ part }) => part === 'answer')
    .map(({ sourceLogProb, summaryLogProb }) => sourceLogProb - summaryLogProb);
  return gaps.length === 0 ? 0 : mean(gaps);
}

function joinTokens(
  pair: KeptPair,
  summary: ForcedSequence,
  source: ForcedSequence,
  model: Pick<QAGenModel, 'decode' | 'tokens'>,
): TokenScore[] {
  const parts = partsOf(pair.generated.tokens, model.tokens);
  const named = ({ alternatives }: ForcedToken): Alternative[] =>
    alternatives.map(({ token, logProb }) => ({ token, text: model.decode([token]), logProb }));
  return pair.generated.tokens.map((token, place) => {
    const part = parts[place];
    const underSummary = summary[place];
    const underSource = source[place];
    if (!part || !underSummary || !underSource) throw new RangeError(`Token ${place} of a pair was not scored.`);
    return {
      token,
      text: model.decode([token]),
      part,
      summaryLogProb: underSummary.logProb,
      sourceLogProb: underSource.logProb,
      summaryRank: underSummary.rank,
      sourceRank: underSource.rank,
      summaryAlternatives: named(underSummary),
      sourceAlternatives: named(underSource),
    };
  });
}

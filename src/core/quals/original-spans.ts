/** Spans of a result, mapped from the normalised texts that were scored to the texts that the person sees. */
import type { ModelAnswer, Scored, Span } from '../score.js';
import type { NormalisedText } from '../text/normalise-text.js';

export interface NormalisedTexts {
  readonly source: NormalisedText;
  readonly summary: NormalisedText;
}

export function inOriginalTexts(result: Scored, { source, summary }: NormalisedTexts): Scored {
  const pairs = result.pairs.map((pair) => ({
    ...pair,
    answerSpans: pair.answerSpans.map((span) => summary.toOriginal(span)),
    sourceAnswer: answerIn(pair.sourceAnswer, source.toOriginal),
    summaryAnswer: answerIn(pair.summaryAnswer, summary.toOriginal),
  }));
  return { ...result, pairs };
}

function answerIn(answer: ModelAnswer, toOriginal: (span: Span) => Span): ModelAnswer {
  return { ...answer, spans: answer.spans.map((span) => toOriginal(span)) };
}

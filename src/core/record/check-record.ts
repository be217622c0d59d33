/** What a schema cannot say: fields of a record that contradict each other. Wrong numbers are worse than none. */
import type { Span } from '../score.js';
import type { ResultRecord } from './result-record.js';

/** Means may be rounded to three decimals. */
const ROUNDING = 1e-3;

/** The first field that contradicts another, for instance "measures.quals"; undefined where all fit. */
export function contradictionIn(record: ResultRecord): string | undefined {
  const { outcome, measures, pairs, texts, firstLook, summaryTokenLogProbs: tokens } = record;
  if ((outcome === 'scored') !== pairs.length > 0) return 'pairs';
  for (const name of ['quals', 'answerGap'] as const) {
    const found = measures[name];
    if (outcome === 'unscorable' ? found !== undefined : !isMean(found, pairs, name)) return `measures.${name}`;
  }
  if (pairs.some((pair, index) => pair.quals > (pairs[index + 1]?.quals ?? Infinity))) return 'pairs';
  for (const [index, { answerSpans, summaryAnswer, sourceAnswer }] of pairs.entries()) {
    if (!areWithin(answerSpans, texts.summary)) return `pairs.${index}.answerSpans`;
    if (!areWithin(summaryAnswer.spans, texts.summary)) return `pairs.${index}.summaryAnswer.spans`;
    if (!areWithin(sourceAnswer.spans, texts.source)) return `pairs.${index}.sourceAnswer.spans`;
  }
  if (firstLook && !areWithin(firstLook.words, texts.summary)) return 'firstLook.words';
  if (!tokens) return undefined;
  if (!areWithin(tokens, texts.summary)) return 'summaryTokenLogProbs';
  return isMean(measures['sourceLogProb'], tokens, 'logProb') ? undefined : 'measures.sourceLogProb';
}

function isMean<K extends string>(
  found: number | undefined,
  of: readonly Readonly<Record<K, number>>[],
  name: K,
): boolean {
  const mean = of.reduce((sum, each) => sum + each[name], 0) / of.length;
  return found !== undefined && Math.abs(found - mean) <= ROUNDING;
}

function areWithin(spans: readonly Span[], text: string): boolean {
  return spans.every(({ start, end }) => start <= end && end <= text.length);
}

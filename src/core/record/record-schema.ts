/** The form of a record of the present version. Keys that it does not know are left out. */
import * as v from 'valibot';
import { RECORD_VERSION, RESULT_FORMAT, type ResultRecord } from './result-record.js';

const NUMBER = v.pipe(v.number(), v.finite());
const COUNT = v.pipe(v.number(), v.integer(), v.minValue(0));
const SHARE = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const LEVEL = v.object({ from: SHARE, wrong: SHARE });
const PART = v.picklist(['question', 'separator', 'answer', 'end']);
const DROP_REASONS = ['no-separator', 'answer-not-in-summary', 'duplicate-question', 'over-cap'] as const;

const ALTERNATIVES = v.array(v.object({ token: COUNT, text: v.string(), logProb: NUMBER }));
const TOKEN = v.object({
  token: COUNT,
  text: v.string(),
  part: PART,
  summaryLogProb: NUMBER,
  sourceLogProb: NUMBER,
  summaryRank: COUNT,
  sourceRank: COUNT,
  summaryAlternatives: ALTERNATIVES,
  sourceAlternatives: ALTERNATIVES,
});

const SPANS = v.array(v.object({ start: COUNT, end: COUNT }));
const MODEL_ANSWER = v.object({ text: v.string(), logProb: NUMBER, spans: SPANS });
const PAIR = v.object({
  question: v.string(),
  answer: v.string(),
  tokens: v.pipe(v.array(TOKEN), v.minLength(1)),
  summaryMean: NUMBER,
  sourceMean: NUMBER,
  quals: NUMBER,
  answerGap: NUMBER,
  generationScore: NUMBER,
  generationMean: NUMBER,
  answerSpans: SPANS,
  sourceAnswer: MODEL_ANSWER,
  summaryAnswer: MODEL_ANSWER,
});

const METHOD = v.object({
  model: v.object({ id: v.string(), version: v.string() }),
  protocol: v.picklist(['matched', 'released']),
  search: v.object({ paths: COUNT, diversityStrength: NUMBER, minLength: COUNT, maxLength: COUNT }),
  softCap: COUNT,
  normalisation: COUNT,
});

export const RECORD: v.GenericSchema<unknown, ResultRecord> = v.object({
  format: v.literal(RESULT_FORMAT),
  version: v.literal(RECORD_VERSION),
  createdAt: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
  name: v.optional(v.string()),
  texts: v.object({ source: v.string(), summary: v.string() }),
  method: METHOD,
  outcome: v.picklist(['scored', 'unscorable']),
  measures: v.record(v.string(), NUMBER),
  tokens: v.object({ source: COUNT, summary: COUNT }),
  pairsWritten: COUNT,
  pairs: v.array(PAIR),
  dropped: v.array(
    v.object({
      question: v.string(),
      answer: v.string(),
      generationMean: NUMBER,
      reason: v.picklist(DROP_REASONS),
    }),
  ),
  paths: v.optional(
    v.array(
      v.object({
        tokens: v.array(v.object({ token: COUNT, text: v.string(), part: PART, logProb: NUMBER })),
        fate: v.picklist(['kept', ...DROP_REASONS]),
      }),
    ),
  ),
  firstLook: v.optional(
    v.object({
      unsupported: SHARE,
      words: v.array(v.object({ start: COUNT, end: COUNT, probability: SHARE })),
      sourceLogProb: NUMBER,
      levels: v.optional(v.object({ weak: v.optional(LEVEL), strong: v.optional(LEVEL) })),
    }),
  ),
  summaryTokenLogProbs: v.optional(v.array(v.object({ start: COUNT, end: COUNT, logProb: NUMBER }))),
  times: v.object({
    readSummary: NUMBER,
    writePairs: NUMBER,
    readSource: NUMBER,
    forceScore: NUMBER,
    answer: NUMBER,
  }),
  run: v.optional(
    v.object({
      device: v.picklist(['webgpu', 'wasm']),
      detail: v.string(),
      seconds: NUMBER,
      requests: COUNT,
    }),
  ),
  earlier: v.optional(v.object({ summary: v.string(), quals: NUMBER })),
});

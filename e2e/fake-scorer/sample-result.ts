/** A hand-made result that shows every part of the page; its numbers come from no model. */
import { type Sketch, sketchPair } from '../../src/charts/testing/sketch-pair.js';
import { MATCHED } from '../../src/core/protocol.js';
import type { ModelAnswer, Scored, ScoredPair, Unscorable } from '../../src/core/score.js';
import { wholeWordSpans } from '../../src/core/text/answer-spans.js';
import { droppedOf, samplePaths } from './sample-paths.js';
import { wordsIn } from './sample-words.js';

export const SOURCE = `Lennox Lewis believes the time is right for Anthony Joshua to beat Wladimir Klitschko when the two meet in front of 90,000 people at Wembley Stadium on 29 April.

Klitschko, 41, has not boxed since November 2015, when he lost his world heavyweight titles on points to Tyson Fury in Düsseldorf.

"Klitschko doesn't have the legs, the power that he used to," said Lewis. "He has a chink in his armour after getting beat by Tyson Fury. Anthony Joshua is now taking that challenge, going after the man."

Joshua, 27, has won all 18 of his professional fights inside the distance. He defends his IBF title, and the vacant WBA title is also at stake.

Lewis, a former undisputed heavyweight champion, retired in 2004.`;

export const SUMMARY =
  "Anthony Joshua has a 'chink in his armour' ahead of his world heavyweight title bout with Wladimir Klitschko, says former champion Lennox Lewis.";

export interface Outline {
  readonly question: string;
  readonly answer: string;
  /** Factor by which the article makes each question and each answer token likelier. */
  readonly factors: readonly [number, number];
  readonly article: readonly [string, number];
}

const OUTLINES: readonly Outline[] = [
  {
    question: 'Who has a chink in his armour?',
    answer: 'Anthony Joshua',
    factors: [0.45, 0.00002],
    article: ['Klitschko', 0.64],
  },
  {
    question: 'Whose armour has a chink in it?',
    answer: 'Joshua',
    factors: [0.4, 0.0003],
    article: ['Klitschko', 0.58],
  },
  {
    question: 'What does Anthony Joshua have?',
    answer: "a 'chink in his armour'",
    factors: [0.5, 0.06],
    article: ['an IBF title', 0.41],
  },
  {
    question: 'What does Lewis say that Joshua has in his armour?',
    answer: 'chink',
    factors: [0.5, 0.2],
    article: ['a chink', 0.07],
  },
  {
    question: 'Who says Joshua has a chink in his armour?',
    answer: 'Lennox Lewis',
    factors: [0.6, 0.5],
    article: ['Lewis', 0.72],
  },
  {
    question: 'What is at stake in the bout?',
    answer: 'world heavyweight title',
    factors: [0.8, 0.5],
    article: ['IBF title', 0.36],
  },
  {
    question: 'What is Lennox Lewis?',
    answer: 'former champion',
    factors: [0.8, 0.7],
    article: ['former champion', 0.41],
  },
  {
    question: 'What kind of title bout is it?',
    answer: 'heavyweight',
    factors: [0.9, 0.8],
    article: ['heavyweight', 0.66],
  },
  {
    question: 'Which former champion spoke about Joshua?',
    answer: 'Lennox Lewis',
    factors: [0.95, 0.85],
    article: ['Lennox Lewis', 0.88],
  },
  {
    question: 'Who will Anthony Joshua face?',
    answer: 'Wladimir Klitschko',
    factors: [0.98, 0.94],
    article: ['Wladimir Klitschko', 0.91],
  },
];

const OTHERS: readonly Sketch[] = [
  [' Klitschko', 0.001, 0.643],
  [' Wladimir', 0.011, 0.302],
  [' Tyson', 0.0004, 0.014],
  [' the', 0.001, 0.009],
  [' Lewis', 0.006, 0.006],
];

/** A probability between .55 and .99, different for each token. */
const probability = (seed: number): number => 0.55 + 0.44 * Math.abs(Math.sin(seed * 1.7));

function wordsOf(text: string, seed: number, factor: number): Sketch[] {
  return wordsIn(text).map((word, index) => {
    const given = probability(seed + index);
    return [word, given, Math.min(0.999, given * factor ** Math.abs(Math.sin(seed + index * 2.3)))];
  });
}

function samplePair({ question, answer, factors, article }: Outline, seed: number, summary: string): ScoredPair {
  const pair = sketchPair(
    wordsOf(question, seed, factors[0]),
    ['', 0.985, 0.995],
    wordsOf(answer, seed + 40, factors[1]).map(([word, given], index): Sketch => [
      word,
      given,
      given * (index === 0 ? factors[1] : Math.sqrt(factors[1])),
    ]),
    ['', 0.96, Math.min(0.96, 5 * factors[1])],
    { others: OTHERS, spans: wholeWordSpans(answer, summary) },
  );
  return {
    ...pair,
    question,
    answer,
    sourceAnswer: own(article[0], article[1], SOURCE),
    summaryAnswer: own(answer, 0.9, summary),
  };
}

function own(text: string, value: number, within: string): ModelAnswer {
  return { text, logProb: Math.log(value), spans: wholeWordSpans(text, within) };
}

const PATHS = samplePaths(
  OUTLINES.map(({ question, answer }) => ({ question, answer })),
  SUMMARY,
);
const DROPPED = droppedOf(PATHS);

/** Made up: the words of the summary, the wrong name least expected. */
const SUMMARY_TOKENS = [...SUMMARY.matchAll(/[\p{L}']+|[^\p{L}\s']/gu)].map(({ index, 0: word }) => ({
  start: index,
  end: index + word.length,
  logProb: word === 'Joshua' ? -7.5 : -0.25 - (index % 7) / 2,
}));

const FACTS = {
  protocol: MATCHED,
  model: { id: 'sample', version: '0.0.0' },
  summaryTokens: 31,
  sourceTokens: 246,
  pairsWritten: PATHS.length,
  paths: PATHS,
  measures: {
    sourceLogProb: SUMMARY_TOKENS.reduce((sum, { logProb }) => sum + logProb, 0) / SUMMARY_TOKENS.length,
  },
  summaryTokenLogProbs: SUMMARY_TOKENS,
  times: { readSummary: 300, writePairs: 22_000, readSource: 1_500, forceScore: 4_000, answer: 900 },
};

export function sampleResult(): Scored {
  return sampleResultOf(SUMMARY, OUTLINES);
}

/** `outlines`: of the pairs that are kept of this summary. */
export function sampleResultOf(summary: string, outlines: readonly Outline[]): Scored {
  const pairs = outlines
    .map((outline, index) => samplePair(outline, index + 1, summary))
    .sort((a, b) => a.quals - b.quals);
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  return {
    kind: 'scored',
    quals: mean(pairs.map(({ quals }) => quals)),
    answerGap: mean(pairs.map(({ answerGap }) => answerGap)),
    pairs,
    dropped: DROPPED,
    ...FACTS,
    ...logProbsWithin(summary),
  };
}

/** The sample's log p of tokens that this text has places for, so that the result can be read back as a record. */
function logProbsWithin(summary: string): Pick<Scored, 'summaryTokenLogProbs' | 'measures'> {
  const tokens = SUMMARY_TOKENS.filter(({ end }) => end <= summary.length);
  const sourceLogProb = tokens.reduce((sum, { logProb }) => sum + logProb, 0) / tokens.length;
  return { summaryTokenLogProbs: tokens, measures: { ...FACTS.measures, sourceLogProb } };
}

const NONE_KEPT = PATHS.map((path) => ({ ...path, fate: 'answer-not-in-summary' as const }));

export const UNSCORABLE: Unscorable = {
  kind: 'unscorable',
  dropped: droppedOf(NONE_KEPT),
  ...FACTS,
  paths: NONE_KEPT,
};

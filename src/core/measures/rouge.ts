/**
 * ROUGE-1, -2 and -L (Lin 2004) of one text against another, with stemming; equal to Google's rouge-score 0.1.2. The paper compares
 * QUALS with ROUGE: a summary that exchanges two names keeps almost all n-grams.
 */
import { commonLength } from './common-subsequence.js';
import { rougeTokens } from './rouge-tokens.js';

interface RougeScore {
  /** Share of the summary's n-grams that the reference has. */
  readonly precision: number;
  /** Share of the reference's n-grams that the summary has. */
  readonly recall: number;
  /** Harmonic mean of both. */
  readonly f1: number;
}

export const ROUGE_NAMES = ['rouge1', 'rouge2', 'rougeL'] as const;
export type RougeName = (typeof ROUGE_NAMES)[number];
export type RougeScores = Readonly<Record<RougeName, RougeScore>>;
/** F1 of each. */
export type RougeF1 = Readonly<Record<RougeName, number>>;

/** `reference`: the article, or a summary that a person wrote. */
export function rouge(summary: string, reference: string): RougeScores {
  const [own, other] = [summary, reference].map((text) => rougeTokens(text).map(({ stem }) => stem)) as [
    string[],
    string[],
  ];
  return {
    rouge1: ngramScore(own, other, 1),
    rouge2: ngramScore(own, other, 2),
    rougeL: scoreOf(commonLength(own, other), own.length, other.length),
  };
}

export function rougeF1(summary: string, reference: string): RougeF1 {
  const { rouge1, rouge2, rougeL } = rouge(summary, reference);
  return { rouge1: rouge1.f1, rouge2: rouge2.f1, rougeL: rougeL.f1 };
}

/** Mean of the three: the paper's second baseline chooses training texts by it. */
export function rougeEnsemble({ rouge1, rouge2, rougeL }: RougeF1): number {
  return (rouge1 + rouge2 + rougeL) / 3;
}

/** The n-grams of a sequence of tokens, as one string each: a token has no blank. */
export function ngrams(stems: readonly string[], n: number): string[] {
  return stems.slice(n - 1).map((_, place) => stems.slice(place, place + n).join(' '));
}

function ngramScore(own: readonly string[], other: readonly string[], n: number): RougeScore {
  const [inOwn, inOther] = [ngrams(own, n), ngrams(other, n)];
  const counts = countEach(inOther);
  let shared = 0;
  for (const [ngram, count] of countEach(inOwn)) shared += Math.min(count, counts.get(ngram) ?? 0);
  return scoreOf(shared, inOwn.length, inOther.length);
}

function scoreOf(shared: number, own: number, other: number): RougeScore {
  if (shared === 0) return { precision: 0, recall: 0, f1: 0 };
  const [precision, recall] = [shared / own, shared / other];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

function countEach(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Answers of a summary that a verdict names: those with the widest gaps, and the one that the article contradicts. */
import { answerKind } from '../../core/judgement/answer-kind.js';
import { articleAnswer } from '../../core/judgement/article-answer.js';
import { isInDoubt } from '../../core/judgement/in-doubt.js';
import type { ScoredPair, Span } from '../../core/score.js';
import { foldFully } from '../../core/text/folded-text.js';

export interface NamedAnswer {
  readonly name: string;
  readonly quals: number;
}

/**
 * The one or two answers with the widest gaps; one that is part of another is not named again. Nor is one that the summary gives only
 * in sentences that are in the article word for word (`verbatim`).
 */
export function widestAnswers(
  pairs: readonly Pick<ScoredPair, 'quals' | 'answer' | 'answerSpans'>[],
  verbatim: readonly Span[],
): NamedAnswer[] {
  const named: NamedAnswer[] = [];
  for (const { quals, answer, answerSpans } of pairs) {
    if (isCopied(answerSpans, verbatim)) continue;
    const name = answer.trim();
    const inside = named.some((other) => other.name.includes(name) || name.includes(other.name));
    if (isInDoubt({ quals }) && !inside && named.length < 2) named.push({ name, quals });
  }
  return named;
}

export interface Contradicted {
  readonly name: string;
  /** The article's answer to the same question. */
  readonly instead: string;
}

/** The article's own answer is likelier than all others together. */
const LIKELY = Math.log(0.5);

/**
 * The answer in doubt with the widest gap to whose question the article gives another answer that is likely; undefined if there is
 * none. An answer that is part of the other, as "Lewis" of "Lennox Lewis", is the same. The summary itself must give the answer back
 * (round trip): to a question that makes no sense, the model answers something else from either text. Both answers must be of one kind, as
 * "July" and "June".
 */
export function contradictedAnswer(
  pairs: readonly Pick<ScoredPair, 'quals' | 'answer' | 'answerSpans' | 'summaryAnswer' | 'sourceAnswer'>[],
  verbatim: readonly Span[],
): Contradicted | undefined {
  for (const pair of pairs) {
    const { answer, answerSpans, summaryAnswer, sourceAnswer } = pair;
    const [name, instead] = [answer.trim(), sourceAnswer.text.trim()];
    if (!isInDoubt(pair) || sourceAnswer.logProb < LIKELY || isCopied(answerSpans, verbatim)) continue;
    if (answerKind(name) !== answerKind(instead)) continue;
    if (articleAnswer(pair).kind === 'other' && !overlap(name, instead) && overlap(name, summaryAnswer.text.trim())) {
      return { name, instead };
    }
  }
  return undefined;
}

/** One is part of the other, or both are the same. Nothing is part of an answer without text. */
function overlap(one: string, other: string): boolean {
  const [first, second] = [foldFully(one), foldFully(other)];
  return first !== '' && second !== '' && (first.includes(second) || second.includes(first));
}

function isCopied(answers: readonly Span[], verbatim: readonly Span[]): boolean {
  const isInside = ({ start, end }: Span): boolean => verbatim.some((span) => span.start <= start && end <= span.end);
  return answers.length > 0 && answers.every(isInside);
}

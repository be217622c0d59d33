/** Answers of a summary that a verdict names: those most in doubt, and the one that the article contradicts. */
import type { FirstLook } from '../first-look/first-look.js';
import { answerKind, haveOtherValues } from './answer-kind.js';
import { articleAnswer } from './article-answer.js';
import { isInDoubt } from './in-doubt.js';
import { inOrderOfDoubt, isMarked } from './pair-doubt.js';
import { answerF1 } from '../measures/squad-f1.js';
import type { ScoredPair, Span } from '../score.js';
import { wholeWordSpans } from '../text/answer-spans.js';

export interface NamedAnswer {
  readonly name: string;
  readonly quals: number;
}

type Look = Pick<FirstLook, 'words' | 'levels'>;

/**
 * The one or two answers most in doubt: with wide gaps, and by the marks of the first look where there is one. One that is part of another is not
 * named again. Nor is one that the summary gives only in sentences that are in the article word for word (`verbatim`).
 */
export function answersInDoubt(
  pairs: readonly Pick<ScoredPair, 'quals' | 'answer' | 'answerSpans'>[],
  verbatim: readonly Span[],
  look?: Look,
): NamedAnswer[] {
  const named: NamedAnswer[] = [];
  for (const { quals, answer, answerSpans } of look ? inOrderOfDoubt(pairs, look) : pairs) {
    if (isCopied(answerSpans, verbatim)) continue;
    const name = answer.trim();
    const inside = named.some((other) => overlap(other.name, name));
    // The released protocol keeps pairs with an empty answer. There is nothing to name.
    if (name !== '' && isInDoubt({ quals }) && !inside && named.length < 2) named.push({ name, quals });
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
 * The answer most in doubt to whose question the article gives another answer that is likely; undefined if there is none. An answer that is
 * part of the other, as "Lewis" of "Lennox Lewis", is the same. The summary itself must give the answer back (round trip): to a question
 * that makes no sense, the model answers something else from either text. Both answers must be of one kind, as "July" and "June". Two with the
 * same numbers and dates, as "40cm" and "40 centimetres", are the same. The first look, where there is one, must mark a word of the answer.
 */
export function contradictedAnswer(
  pairs: readonly Pick<ScoredPair, 'quals' | 'answer' | 'answerSpans' | 'summaryAnswer' | 'sourceAnswer'>[],
  verbatim: readonly Span[],
  look?: Look,
): Contradicted | undefined {
  for (const pair of look ? inOrderOfDoubt(pairs, look) : pairs) {
    const { answer, answerSpans, summaryAnswer, sourceAnswer } = pair;
    const [name, instead] = [answer.trim(), sourceAnswer.text.trim()];
    if (!isInDoubt(pair) || sourceAnswer.logProb < LIKELY || isCopied(answerSpans, verbatim)) continue;
    if (look && !isMarked(pair, look)) continue;
    if (answerKind(name) !== answerKind(instead) || !haveOtherValues(name, instead)) continue;
    if (articleAnswer(pair).kind === 'other' && !overlap(name, instead) && isBack(name, summaryAnswer.text.trim())) {
      return { name, instead };
    }
  }
  return undefined;
}

/** Whether the answer from the summary is the same. Half of the words must agree: the model misspells names ("Antony Joshua"). */
function isBack(name: string, again: string): boolean {
  return overlap(name, again) || answerF1(again, name) >= 0.5;
}

/**
 * One has all words of the other in a row: "Lewis" and "Lennox Lewis", but not "men" and "women". An ending of plural or genitive
 * changes nothing: "boxer" and "boxers".
 */
function overlap(one: string, other: string): boolean {
  const [first, second] = [withoutEndings(one), withoutEndings(other)];
  return wholeWordSpans(first, second).length > 0 || wholeWordSpans(second, first).length > 0;
}

function withoutEndings(answer: string): string {
  return answer.replaceAll(/(?<=\p{L}{2})(?:['’]s|(?<=x|z|ch|sh|s)es|(?<!s)s['’]?)(?![\p{L}\p{N}])/giu, '');
}

function isCopied(answers: readonly Span[], verbatim: readonly Span[]): boolean {
  const isInside = ({ start, end }: Span): boolean => verbatim.some((span) => span.start <= start && end <= span.end);
  return answers.length > 0 && answers.every(isInside);
}

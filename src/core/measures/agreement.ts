/**
 * The procedure of QAGS (Wang et al., ACL 2020) with one model: questions about the summary are answered from the article and from the
 * summary, and the answers are compared. The published QAGS has three models of its own, so its numbers differ.
 */
import type { ModelAnswer } from '../score.js';
import { answerF1, normaliseAnswer } from './squad-f1.js';

/** A pair that QUALS kept, with the model's own answers. */
export interface AnsweredPair {
  readonly answer: string;
  readonly summaryAnswer: Pick<ModelAnswer, 'text'>;
  readonly sourceAnswer: Pick<ModelAnswer, 'text'>;
}

export interface AnswerAgreement {
  /** Given the summary, the model repeats the pair's answer (round trip). Other questions are left out. */
  readonly comesBack: boolean;
  /** Token F1 of the answers from the article and from the summary, 0 to 1. */
  readonly f1: number;
}

/** One for each pair, in order. */
export function compareAnswers(pairs: readonly AnsweredPair[]): AnswerAgreement[] {
  return pairs.map(({ answer, summaryAnswer, sourceAnswer }) => ({
    comesBack: normaliseAnswer(answer) === normaliseAnswer(summaryAnswer.text),
    f1: answerF1(sourceAnswer.text, summaryAnswer.text),
  }));
}

/** Mean F1 of the questions that come back, 0 to 1. Undefined where none does: that is no number. */
export function agreement(pairs: readonly AnsweredPair[]): number | undefined {
  const counted = compareAnswers(pairs).filter(({ comesBack }) => comesBack);
  if (counted.length === 0) return undefined;
  return counted.reduce((sum, { f1 }) => sum + f1, 0) / counted.length;
}

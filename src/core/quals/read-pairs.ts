/** Everything that one text has to say about the kept pairs: forced positional scores, and the model's own answers. */
import type { Checkpoint, QAGenModel, TextPrefix } from '../qagen-model.js';
import type { PairReading } from './aggregate.js';
import { answerQuestions } from './answer-question.js';
import type { KeptPair } from './keep-pairs.js';

/** Likeliest tokens shown at each place of the figure. */
const ALTERNATIVES = 5;

export interface ReadingListener {
  readonly onForced: (pairsDone: number) => void;
  readonly onAnswering: () => void;
}

export async function readPairs(
  model: QAGenModel,
  prefix: TextPrefix,
  text: string,
  kept: readonly KeptPair[],
  checkpoint: Checkpoint,
  listener: ReadingListener,
): Promise<readonly PairReading[]> {
  const sequences = kept.map(({ generated }) => generated.tokens);
  const forced = await prefix.forceScore(sequences, ALTERNATIVES, checkpoint, listener.onForced);
  listener.onAnswering();
  const questions = sequences.map((tokens) => tokens.slice(0, tokens.indexOf(model.tokens.separator) + 1));
  const answers = await answerQuestions(model, prefix, text, questions, checkpoint);
  return kept.map((_, index) => {
    const sequence = forced[index];
    const answer = answers[index];
    if (!sequence || !answer) throw new RangeError(`Pair ${index} was not read.`);
    return { forced: sequence, answer };
  });
}

/** Reads the kept pairs given one text: positional scores by teacher forcing, and the model's own answers. */
import type { Checkpoint, ForcedSequence, QAGenModel, TextPrefix } from '../qagen-model.js';
import type { PairReading } from './aggregate.js';
import { ALTERNATIVES } from './alternatives.js';
import { answerQuestions } from './answer-question.js';
import type { KeptPair } from './keep-pairs.js';

export interface ReadingListener {
  readonly onForced: (pairsDone: number) => void;
  readonly onAnswering: () => void;
}

/**
 * `known`: positional scores that are known already, by pair index. Only the other pairs are teacher-forced.
 */
export async function readPairs(
  model: QAGenModel,
  prefix: TextPrefix,
  text: string,
  kept: readonly KeptPair[],
  known: readonly (ForcedSequence | undefined)[],
  checkpoint: Checkpoint,
  listener: ReadingListener,
): Promise<readonly PairReading[]> {
  const unknown = kept.flatMap(({ generated }, index) => (known[index] ? [] : [{ index, tokens: generated.tokens }]));
  const alreadyKnown = kept.length - unknown.length;
  listener.onForced(alreadyKnown);
  const sequences = unknown.map(({ tokens }) => tokens);
  const forcedNow = await prefix.forceScore(sequences, ALTERNATIVES, checkpoint, (done) => {
    listener.onForced(alreadyKnown + done);
  });
  const placeOf = new Map(unknown.map(({ index }, place) => [index, place]));
  const forced = kept.map((_, index) => {
    const sequence = known[index] ?? forcedNow[placeOf.get(index) ?? -1];
    if (!sequence) throw new RangeError(`Pair ${index} was not forced.`);
    return sequence;
  });
  listener.onAnswering();
  const answers = await answerQuestions(model, prefix, text, forced, checkpoint);
  return forced.map((sequence, index) => {
    const answer = answers[index];
    if (!answer) throw new RangeError(`Question ${index} was not answered.`);
    return { forced: sequence, answer };
  });
}

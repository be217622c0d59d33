/** The model's own answer to a kept question, given one text: the likeliest token at each step (greedy). */
import type { Checkpoint, QAGenModel, TextPrefix, TokenId } from '../qagen-model.js';
import type { ModelAnswer } from '../score.js';
import { wholeWordSpans } from '../text/answer-spans.js';

/** Longer than almost any answer of SQuAD; a path that has not ended by then is cut. */
const MAX_ANSWER_TOKENS = 32;
/** The likeliest token that is neither start nor separator stands among the best three. */
const LIKELIEST = 3;

interface AnswerPath {
  readonly question: number;
  readonly tokens: readonly TokenId[];
  readonly logProb: number;
}

/** `questions` end with the separator. One answer for each, in order. */
export async function answerQuestions(
  model: QAGenModel,
  prefix: TextPrefix,
  text: string,
  questions: readonly (readonly TokenId[])[],
  checkpoint: Checkpoint,
): Promise<readonly ModelAnswer[]> {
  if (questions.length === 0) return [];
  const ended: AnswerPath[] = [];
  const paths = await prefix.openPaths(questions, LIKELIEST);
  try {
    let going: AnswerPath[] = questions.map((_, question) => ({ question, tokens: [], logProb: 0 }));
    let next = paths.next;
    for (let length = 0; ; length++) {
      await checkpoint();
      const steps = going.map((path, row) => ({ path, row, ...likeliest(next, row, model) }));
      const isOver = (token: TokenId): boolean => token === model.tokens.end || length >= MAX_ANSWER_TOKENS;
      for (const { path, token, logProb } of steps) {
        if (isOver(token)) ended.push({ ...path, logProb: path.logProb + logProb });
      }
      const continuing = steps.filter(({ token }) => !isOver(token));
      if (continuing.length === 0) break;
      next = await paths.advance(
        continuing.map(({ row }) => row),
        continuing.map(({ token }) => token),
      );
      going = continuing.map(({ path, token, logProb }) => ({
        question: path.question,
        tokens: [...path.tokens, token],
        logProb: path.logProb + logProb,
      }));
    }
  } finally {
    paths.release();
  }
  return ended
    .sort((a, b) => a.question - b.question)
    .map(({ tokens, logProb }) => {
      const answer = model.decode(tokens).trim();
      return { text: answer, logProb, spans: wholeWordSpans(answer, text) };
    });
}

type Rows = { readonly count: number; readonly tokens: Int32Array; readonly logProbs: Float64Array };

function likeliest(next: Rows, row: number, model: QAGenModel): { token: TokenId; logProb: number } {
  for (let place = row * next.count; place < (row + 1) * next.count; place++) {
    const token = next.tokens[place] as TokenId;
    if (token !== model.tokens.start && token !== model.tokens.separator) {
      return { token, logProb: next.logProbs[place] as number };
    }
  }
  throw new Error(`Row ${row} gave no token that can stand in an answer.`);
}

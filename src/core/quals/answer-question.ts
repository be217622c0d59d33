/**
 * The model's own answer to a kept question, given one text: greedy decoding. While the answer agrees with the pair's answer,
 * teacher forcing has already given the next token. Only tokens after the first difference are computed.
 */
import { tokensInRow } from '../next-token-row.js';
import type { Checkpoint, ForcedSequence, ForcedToken, QAGenModel, TextPrefix, TokenId } from '../qagen-model.js';
import type { ModelAnswer } from '../score.js';
import { wholeWordSpans } from '../text/answer-spans.js';

/** Longer than almost any answer of SQuAD; a longer answer is cut here. */
const MAX_ANSWER_TOKENS = 32;
/** The likeliest token other than start and separator is among the best three. */
const LIKELIEST = 3;

interface AnswerPath {
  readonly pair: number;
  readonly tokens: readonly TokenId[];
  readonly logProb: number;
}

/** `pairs`: teacher-forced given the same text, with at least three alternatives per position. Returns one answer per pair, in order. */
export async function answerQuestions(
  model: QAGenModel,
  prefix: TextPrefix,
  text: string,
  pairs: readonly ForcedSequence[],
  checkpoint: Checkpoint,
): Promise<readonly ModelAnswer[]> {
  const followed = pairs.map((forced, pair) => ({ ...followForced(forced, model), pair }));
  const ended: AnswerPath[] = followed.filter(({ isOver }) => isOver);
  let going: AnswerPath[] = followed.filter(({ isOver }) => !isOver);
  if (going.length > 0) {
    const beginnings = going.map(({ pair, tokens }) => [...questionOf(pairs[pair] ?? [], model), ...tokens]);
    const paths = await prefix.openPaths(beginnings, LIKELIEST);
    try {
      let next = paths.next;
      for (;;) {
        await checkpoint();
        const steps = going.map((path, row) => {
          const { token, logProb } = likeliest(tokensInRow(next, row), model);
          return { row, pair: path.pair, ...extend(path, token, logProb, model) };
        });
        ended.push(...steps.filter(({ isOver }) => isOver));
        const continuing = steps.filter(({ isOver }) => !isOver);
        if (continuing.length === 0) break;
        next = await paths.advance(
          continuing.map(({ row }) => row),
          continuing.map(({ tokens }) => tokens.at(-1) ?? 0),
        );
        going = continuing;
      }
    } finally {
      paths.release();
    }
  }
  return ended
    .sort((a, b) => a.pair - b.pair)
    .map(({ tokens, logProb }) => {
      const answer = model.decode(tokens).trim();
      return { text: answer, logProb, spans: wholeWordSpans(answer, text) };
    });
}

interface Extended {
  readonly tokens: readonly TokenId[];
  readonly logProb: number;
  readonly isOver: boolean;
}

function extend(
  { tokens, logProb }: Omit<AnswerPath, 'pair'>,
  token: TokenId,
  tokenLogProb: number,
  model: Pick<QAGenModel, 'tokens'>,
): Extended {
  const isOver = token === model.tokens.end || tokens.length >= MAX_ANSWER_TOKENS;
  return { tokens: isOver ? tokens : [...tokens, token], logProb: logProb + tokenLogProb, isOver };
}

/** The beginning of the answer, up to and including the first token that differs from the pair. */
function followForced(forced: ForcedSequence, model: QAGenModel): Extended {
  const start = questionOf(forced, model).length;
  let path: Extended = { tokens: [], logProb: 0, isOver: false };
  for (const { token: own, alternatives } of forced.slice(start)) {
    const { token, logProb } = likeliest(alternatives, model);
    path = extend(path, token, logProb, model);
    if (path.isOver || token !== own) break;
  }
  return path;
}

/** Includes the separator. */
function questionOf(forced: ForcedSequence, model: QAGenModel): TokenId[] {
  const tokens = forced.map(({ token }) => token);
  return tokens.slice(0, tokens.indexOf(model.tokens.separator) + 1);
}

type Candidates = ForcedToken['alternatives'];

function likeliest(candidates: Candidates, { tokens }: Pick<QAGenModel, 'tokens'>): Candidates[number] {
  const found = candidates.find(({ token }) => token !== tokens.start && token !== tokens.separator);
  if (!found) throw new Error('No likely token is allowed in an answer.');
  return found;
}

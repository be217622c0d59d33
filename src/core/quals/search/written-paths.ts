/** All paths of the search, for inspection: the text and probability of each token, and the outcome of each path. */
import type { QAGenModel, SpecialTokens, TokenId } from '../../qagen-model.js';
import type { DropReason, GeneratedPair, TokenPart, WrittenPath } from '../../score.js';

/** In the order of `written`. A path without a drop reason was kept. */
export function writtenPaths(
  written: readonly GeneratedPair[],
  reasons: ReadonlyMap<GeneratedPair, DropReason>,
  model: Pick<QAGenModel, 'decode' | 'tokens'>,
): WrittenPath[] {
  return written.map((pair) => ({
    tokens: pair.tokens.map((token, place) => {
      const logProb = pair.logProbs[place];
      if (logProb === undefined) throw new RangeError(`Token ${place} of a written pair has no log-probability.`);
      return { token, text: model.decode([token]), part: partAt(pair.tokens, place, model.tokens), logProb };
    }),
    fate: reasons.get(pair) ?? 'kept',
  }));
}

/** Handles malformed paths too: without a separator, all tokens are the question; with several, only the first one separates. */
function partAt(tokens: readonly TokenId[], place: number, special: SpecialTokens): TokenPart {
  if (tokens[place] === special.end) return 'end';
  const separator = tokens.indexOf(special.separator);
  if (separator < 0 || place < separator) return 'question';
  return place === separator ? 'separator' : 'answer';
}

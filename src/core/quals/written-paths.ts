/** All paths of the search for a person to inspect: what each token reads as, how likely it was, and what became of the path. */
import type { QAGenModel, SpecialTokens, TokenId } from '../qagen-model.js';
import type { DropReason, GeneratedPair, TokenPart, WrittenPath } from '../score.js';

/** In the order of `written`. A path without a reason for dropping it was kept. */
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

/** Also for a path without a separator, all of it question, or with several, all but the first within the answer. */
function partAt(tokens: readonly TokenId[], place: number, special: SpecialTokens): TokenPart {
  if (tokens[place] === special.end) return 'end';
  const separator = tokens.indexOf(special.separator);
  if (separator < 0 || place < separator) return 'question';
  return place === separator ? 'separator' : 'answer';
}

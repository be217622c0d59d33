/** Splits a pair's tokens into question, separator, answer and end. */
import type { SpecialTokens, TokenId } from '../qagen-model.js';
import type { TokenPart } from '../score.js';

export interface SplitPair {
  readonly question: readonly TokenId[];
  readonly answer: readonly TokenId[];
}

/** `undefined` unless the separator occurs exactly once (docs/metric.md, section 2, rule 1). */
export function splitPair(tokens: readonly TokenId[], special: SpecialTokens): SplitPair | undefined {
  const place = tokens.indexOf(special.separator);
  if (place < 0 || place !== tokens.lastIndexOf(special.separator)) return undefined;
  return {
    question: tokens.slice(0, place),
    answer: tokens.slice(place + 1).filter((token) => token !== special.end),
  };
}

/** The part of a well-formed pair for each of its tokens. */
export function partsOf(tokens: readonly TokenId[], special: SpecialTokens): readonly TokenPart[] {
  const place = tokens.indexOf(special.separator);
  return tokens.map((token, index) => {
    if (index < place) return 'question';
    if (index === place) return 'separator';
    return token === special.end && index === tokens.length - 1 ? 'end' : 'answer';
  });
}

/** The model's likeliest tokens at one position, given one text, and the pair's own token if it is not among them. */
import type { ScoredPair, TokenPart } from '../../core/score.js';
import { tokenTexts } from '../token-texts.js';

export interface ExpectedToken {
  /** Includes the space before it, if it begins a word. */
  readonly text: string;
  readonly part: TokenPart;
  readonly logProb: number;
  /** 1 for the likeliest. */
  readonly rank: number;
  /** True for the pair's token at this position. */
  readonly own: boolean;
}

export function expectedTokens(pair: ScoredPair, index: number, given: 'summary' | 'source'): ExpectedToken[] {
  const token = pair.tokens[index];
  if (!token) return [];
  const alternatives = given === 'summary' ? token.summaryAlternatives : token.sourceAlternatives;
  const expected = alternatives.map((each, place) => ({
    text: each.text,
    part: partOf(pair, each.token) ?? ('answer' as const),
    logProb: each.logProb,
    rank: place + 1,
    own: each.token === token.token,
  }));
  if (expected.length === 0 || expected.some(({ own }) => own)) return expected;
  return [
    ...expected,
    {
      text: tokenTexts(pair)[index]?.text ?? token.text,
      part: token.part,
      logProb: given === 'summary' ? token.summaryLogProb : token.sourceLogProb,
      rank: given === 'summary' ? token.summaryRank : token.sourceRank,
      own: true,
    },
  ];
}

/** Separator and end decode to ''; the pair's tokens tell which ids they are. */
function partOf(pair: ScoredPair, id: number): TokenPart | undefined {
  return pair.tokens.find(({ token, part }) => token === id && (part === 'separator' || part === 'end'))?.part;
}

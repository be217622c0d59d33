/** Marks of the charts: one per word (or symbol), or one per token. */
import type { ScoredPair, TokenPart } from '../core/score.js';
import { tokenTexts, type TokenText } from './token-texts.js';
import { wordStarts } from './word-starts.js';

export type Unit = 'word' | 'token';
/** The whole pair, or only the answer with the end token. */
export type Extent = 'all' | 'answer';

export interface Mark {
  /** Trimmed; '' for separator and end. */
  readonly text: string;
  readonly part: TokenPart;
  /** Index of its first token in `pair.tokens`, and its number of tokens. */
  readonly first: number;
  readonly count: number;
  /** Natural logs of the products of its tokens' probabilities. */
  readonly summaryLogProb: number;
  readonly sourceLogProb: number;
}

/** In the order of the pair's tokens. */
export function marksOf(pair: ScoredPair, unit: Unit, extent: Extent): Mark[] {
  const texts = tokenTexts(pair);
  const starts = unit === 'token' ? pair.tokens.map(() => true) : wordStarts(pair.tokens, texts);
  const groups: number[][] = [];
  starts.forEach((isStart, index) => {
    if (isStart) groups.push([index]);
    else groups.at(-1)?.push(index);
  });
  const marks = groups.map((group) => toMark(pair, texts, group, unit));
  return extent === 'all' ? marks : marks.filter(({ part }) => isAnswerPart(part));
}

/** The answer and the end token are the model's reply; both are drawn apart from the question. */
export function isAnswerPart(part: TokenPart): boolean {
  return part === 'answer' || part === 'end';
}

/** sourceLogProb − summaryLogProb: below 0, less likely given the article. */
export function differenceOf(mark: Pick<Mark, 'sourceLogProb' | 'summaryLogProb'>): number {
  return mark.sourceLogProb - mark.summaryLogProb;
}

/** The mark that contains the token, or −1. */
export function markOfToken(marks: readonly Mark[], token: number): number {
  return marks.findIndex(({ first, count }) => token >= first && token < first + count);
}

/** The mark whose probability falls most from summary to article; undefined without marks. */
export function widestMark(marks: readonly Mark[]): Mark | undefined {
  return marks.reduce<Mark | undefined>(
    (worst, mark) => (worst && differenceOf(worst) <= differenceOf(mark) ? worst : mark),
    undefined,
  );
}

/** The token to show first: the widest gap in the answer or, without an answer, of all tokens. −1 without tokens. */
export function widestToken(pair: ScoredPair): number {
  const all = pair.tokens.map((token, index) => ({ index, part: token.part, gap: differenceOf(token) }));
  const answer = all.filter(({ part }) => part === 'answer');
  const candidates = answer.length > 0 ? answer : all;
  return candidates.reduce((worst, each) => (each.gap < worst.gap ? each : worst), { index: -1, gap: Infinity }).index;
}

function toMark(pair: ScoredPair, texts: readonly TokenText[], group: readonly number[], unit: Unit): Mark {
  const first = group[0] as number;
  const tokens = pair.tokens.slice(first, first + group.length);
  const [head] = tokens;
  if (!head) throw new RangeError(`Token ${first} is not in a pair of ${pair.tokens.length}.`);
  const text = group
    .map((index) => texts[index] as TokenText)
    .filter(({ piece }) => unit === 'token' || !piece || piece.number === 1)
    .map((each) => each.text)
    .join('')
    .trim();
  const piece = unit === 'token' ? texts[first]?.piece : undefined;
  return {
    text: piece ? `${text} ${piece.number}/${piece.of}` : text,
    part: head.part,
    first,
    count: group.length,
    summaryLogProb: sum(tokens.map((token) => token.summaryLogProb)),
    sourceLogProb: sum(tokens.map((token) => token.sourceLogProb)),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Groups a path's tokens into words, for the edges of the tree. */
import type { PathToken, TokenPart } from '../../core/score.js';
import { wordStarts } from '../word-starts.js';

export interface PathWord {
  /** The joined ids of its tokens: two paths share a word only if they share its tokens. */
  readonly key: string;
  /** Includes the spaces around it; '' for separator and end. */
  readonly text: string;
  readonly part: TokenPart;
  /** Natural log-probability of the word, given the words before it. */
  readonly logProb: number;
}

export function pathWords(tokens: readonly PathToken[]): PathWord[] {
  const starts = wordStarts(tokens, tokens);
  const words: PathToken[][] = [];
  tokens.forEach((token, index) => {
    if (starts[index]) words.push([token]);
    else words.at(-1)?.push(token);
  });
  return words.map((word) => ({
    key: word.map(({ token }) => token).join(),
    text: word.map(({ text }) => text).join(''),
    part: (word[0] as PathToken).part,
    logProb: word.reduce((sum, { logProb }) => sum + logProb, 0),
  }));
}

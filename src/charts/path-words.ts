/** Groups a path's tokens into words, for the edges of the tree. */
import type { PathToken, TokenPart } from '../core/score.js';

export interface PathWord {
  /** The joined ids of its tokens: two paths share a word only if they share its tokens. */
  readonly key: string;
  /** Includes the spaces around it; '' for separator and end. */
  readonly text: string;
  readonly part: TokenPart;
  /** Natural log-probability of the word, given the words before it. */
  readonly logProb: number;
}

/** A space, a punctuation mark or another part of the pair begins a new word. */
const BEGINS_WORD = /^[\s\p{P}]/u;

export function pathWords(tokens: readonly PathToken[]): PathWord[] {
  const words: PathWord[] = [];
  for (const { token, text, part, logProb } of tokens) {
    const last = words.at(-1);
    // A lone space is a token too; it belongs to the next word.
    const goesOn = last?.part === part && (!BEGINS_WORD.test(text) || (last.text !== '' && last.text.trim() === ''));
    if (!goesOn) words.push({ key: String(token), text, part, logProb });
    else {
      words[words.length - 1] = {
        key: `${last.key},${token}`,
        text: last.text + text,
        part,
        logProb: last.logProb + logProb,
      };
    }
  }
  return words;
}

/** A path's tokens gathered into words, so that the tree has words for its edges. */
import type { PathToken, TokenPart } from '../../core/score.js';

export interface PathWord {
  /** Its tokens' ids joined: two paths share a word only where they share its tokens. */
  readonly key: string;
  /** With the spaces around it; '' for separator and end. */
  readonly text: string;
  readonly part: TokenPart;
  /** Natural log: how likely the word was after the words before it. */
  readonly logProb: number;
}

/** A space, a mark of punctuation or another part of the pair begins a new word. */
const BEGINS_WORD = /^[\s\p{P}]/u;

export function pathWords(tokens: readonly PathToken[]): PathWord[] {
  const words: PathWord[] = [];
  for (const { token, text, part, logProb } of tokens) {
    const last = words.at(-1);
    // A lone space is a token too; it belongs to what follows.
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

/** Tokens of a text as Google's rouge-score has them: runs of a–z and 0–9 in lower case, stemmed if longer than three characters. */
import type { Span } from '../score.js';
import { porterStem } from './porter-stem.js';

const LONGEST_UNSTEMMED = 3;

export interface RougeToken extends Span {
  /** Equal for words that ROUGE counts as equal. */
  readonly stem: string;
}

/** Offsets are UTF-16 offsets into `text`, as it was given. */
export function rougeTokens(text: string): RougeToken[] {
  const tokens: RougeToken[] = [];
  let word = { letters: '', start: 0, end: 0 };
  const endWord = (): void => {
    const { letters, start, end } = word;
    const stem = letters.length > LONGEST_UNSTEMMED ? porterStem(letters) : letters;
    if (stem !== '') tokens.push({ stem, start, end });
    word = { letters: '', start: 0, end: 0 };
  };
  let place = 0;
  for (const character of text) {
    const end = place + character.length;
    // Lower case can be longer: "İ" is "i" with a dot above, and the dot ends the word.
    for (const letter of character.toLowerCase()) {
      if (!/[a-z0-9]/.test(letter)) endWord();
      else word = { letters: word.letters + letter, start: word.letters === '' ? place : word.start, end };
    }
    place = end;
  }
  endWord();
  return tokens;
}

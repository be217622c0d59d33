/** Possible problems of two texts before they are scored. None prevents scoring. */
import type { Texts } from '../../state/document.js';
import { countWords } from './count-words.js';

export type TextNote = 'same' | 'exchanged' | 'other-script';

/** Number of characters that decide the script: enough for any text, and fast on a megabyte. */
const SAMPLE = 4_000;

export function notesOf({ source, summary }: Texts): TextNote[] {
  if (source.trim() === '' || summary.trim() === '') return [];
  const notes: TextNote[] = [];
  if (source.trim() === summary.trim()) notes.push('same');
  else if (countWords(summary) > countWords(source)) notes.push('exchanged');
  if (isOtherScript(source) || isOtherScript(summary)) notes.push('other-script');
  return notes;
}

/** True if most letters are not Latin. */
function isOtherScript(text: string): boolean {
  const letters = text.slice(0, SAMPLE).match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
  return latin.length < letters.length / 2;
}

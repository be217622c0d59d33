/** The first look beside QUALS: what it says on its own scale, and whether the two disagree. */
import type { FirstLook } from '../../core/first-look/first-look.js';
import { confidentWords, wordsOfLevel } from '../../core/first-look/mark-levels.js';
import { percent } from '../numbers.js';
import { isFavourable, type Reading } from './verdict.js';

export const FIRST_LOOK_NOTE =
  'A second judge: it reads both texts, without questions. Its scale is not that of QUALS.';

/** `summary`: the text that the look is about. */
export function firstLookSays(look: FirstLook, summary: string): string {
  const strongest = strongestWord(look, summary);
  const mark =
    strongest === undefined
      ? 'The first look marks no word.'
      : `The first look puts its strongest mark on “${strongest}”.`;
  if (!look.levels) return mark;
  return `${mark} Its probability that the article does not support some of this summary is ${percent(look.unsupported)}.`;
}

/** The word of the highest probability among those that are marked at all. */
export function strongestWord(look: FirstLook, summary: string): string | undefined {
  const [word] = [...wordsOfLevel(look, 'strong'), ...wordsOfLevel(look, 'weak')];
  return word && summary.slice(word.start, word.end);
}

/** The word that a verdict must name; undefined if no word is marked with confidence. */
export function confidentWord(look: FirstLook | undefined, summary: string): string | undefined {
  const [word] = look ? confidentWords(look) : [];
  return word && summary.slice(word.start, word.end);
}

/**
 * `reading`: of QUALS. `ofLook`: of the first look, where people have judged such ones. Undefined where the two agree, where one leaves
 * it open, and for a head without calibration.
 */
export function disagreement(reading: Reading, look: FirstLook, ofLook?: Reading): string | undefined {
  if (!look.levels || reading === 'open') return undefined;
  const marks = confidentWords(look).length > 0;
  if (ofLook === 'open' && !marks) return undefined;
  const finds = marks || (ofLook ? !isFavourable(ofLook) : look.unsupported >= 0.5);
  if (isFavourable(reading) === !finds) return undefined;
  return finds
    ? 'The two disagree: the score speaks for the summary, the first look against it. Check the words that the first look marks.'
    : 'The two disagree: the score speaks against the summary, the first look for it. Check the answers in doubt.';
}

/** Texts of the first look under the summary field. */
import type { FirstLook } from '../../core/first-look/first-look.js';
import { wordsOfLevel } from '../../core/first-look/mark-levels.js';
import { counted, percent, seconds } from '../numbers.js';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

export const FIRST_LOOK = 'First look';
export const WHAT_IT_IS = 'a reading of both texts, without questions';
export const READING = 'Reading both texts…';
export const RENEWING = 'Updating the marks…';
export const OTHER_SCRIPT = 'No marks: the model was trained on English.';
export const LEVELS = { label: 'Marks', strong: 'strong mark', weak: 'weak mark' } as const;

export const READ_WORDS = 'Read the marked words';
export const LOOK_ANYWAY = 'Look anyway';
export const LOOK_AGAIN = 'Look again';
export const READ_AGAIN_EACH_TIME =
  'The article is longer than the model keeps between two looks, so each look reads it again.';

export function slowNote(lasted: number, articleKept: boolean): string {
  const off = `Off: after an edit, the last looks took more than two seconds (${seconds(lasted)}).`;
  return articleKept ? off : `${off} ${READ_AGAIN_EACH_TIME}`;
}

export function whatItSays(look: FirstLook): string {
  const marks = countMarks(look);
  const none = 'No word is marked. That does not show that the summary is right.';
  if (!look.levels) {
    return marks === '' ? none : `${marks}. How often such marks are right is not measured for this model.`;
  }
  return `${probabilityOf(look.unsupported)} ${marks === '' ? none : `${marks}.${howOftenWrong(look)}`}`;
}

/** "Probability that the article does not support some of this summary: 38 %." */
export function probabilityOf(unsupported: number): string {
  return `Probability that the article does not support some of this summary: ${percent(unsupported)}.`;
}

/** "1 word has a strong mark, 2 have a weak one"; '' for none. */
function countMarks(look: FirstLook): string {
  const strong = wordsOfLevel(look, 'strong').length;
  const weak = wordsOfLevel(look, 'weak').length;
  const has = (value: number): string => `${counted(value, 'word has', 'words have')}`;
  if (strong > 0 && weak > 0) return `${has(strong)} a strong mark, ${weak} ${weak === 1 ? 'has' : 'have'} a weak one`;
  if (strong > 0) return `${has(strong)} a strong mark`;
  return weak > 0 ? `${has(weak)} a weak mark` : '';
}

/** Of the strongest marks in `look`. */
function howOftenWrong(look: FirstLook): string {
  const isStrong = wordsOfLevel(look, 'strong').length > 0;
  const wrong = look.levels?.[isStrong ? 'strong' : 'weak']?.wrong;
  if (wrong === undefined) return '';
  return ` In judged texts, ${percent(wrong)} of ${isStrong ? 'strong marks' : 'all marks'} were on a wrong word.`;
}

/** "Strong: “27”. Weak: “Saturday” and “Paris”." for a screen reader on demand. */
export function markedWords(text: string, look: FirstLook): string {
  const named = (level: 'strong' | 'weak'): string =>
    list.format(
      [...wordsOfLevel(look, level)]
        .sort((a, b) => a.start - b.start)
        .map(({ start, end }) => `“${text.slice(start, end)}”`),
    );
  const [strong, weak] = [named('strong'), named('weak')];
  if (strong === '' && weak === '') return 'No word is marked.';
  return [strong && `Strong marks: ${strong}.`, weak && `Weak marks: ${weak}.`].filter(Boolean).join(' ');
}

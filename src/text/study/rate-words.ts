/** Texts that an annotator reads. */
import type { SideAnswer } from '../../core/study/side-order.js';
import type { Axis, Progress } from '../../core/study/study.js';
import { count, counted } from '../numbers.js';

export const AXIS_NAMES: Readonly<Record<Axis, string>> = {
  consistency: 'Factual consistency',
  informativeness: 'Informativeness',
  grammar: 'Grammatical correctness',
};
export const QUESTIONS: Readonly<Record<Axis, string>> = {
  consistency: 'Which summary states only what the article supports?',
  informativeness: 'Which summary says more of what matters in the article?',
  grammar: 'Which summary is grammatically more correct?',
};
export const SIDE_ANSWERS: Readonly<Record<SideAnswer, string>> = {
  a: 'A is better',
  equal: 'Equal',
  b: 'B is better',
};
export const itemTitle = (item: number, items: number): string => `Article ${count(item + 1)} of ${count(items)}`;
export function progressWords({ answered, skipped }: Progress, items: number): string {
  const skips = skipped === 0 ? '' : `, ${count(skipped)} skipped`;
  return `${count(answered)} of ${count(items)} answered${skips}`;
}
export const annotatorLine = (name: string): string => `Annotator: ${name}`;
export const ARTICLE = 'Article';
export const SUMMARY_A = 'Summary A';
export const SUMMARY_B = 'Summary B';
export const keysOf = (first: number): string => `Keys ${first}, ${first + 1}, ${first + 2}`;
export const NOTE = 'Note (optional)';
export const NOTE_LABEL = 'What made the choice hard, or is wrong with a text';
export const NEXT = 'Next';
export const PREVIOUS = 'Back';
export const SKIP = 'Skip';
export const LEAVE = 'Pause';
export const KEYS_NOTE =
  'Keys: 1 to 9 answer, Enter is Next, P is Back, S is Skip. They work unless you write a note. Each answer is stored at once.';
export const INCOMPLETE = 'Answer all three questions, or skip this article.';

export const endTitle = (items: number): string => `You have been through ${counted(items, 'article')}.`;
export const endWords = ({ answered, skipped }: Progress, items: number): string =>
  `${count(answered)} answered, ${count(skipped)} skipped, ${count(items - answered - skipped)} open.`;
export const OPEN_ITEMS = 'Not answered';
export const openItem = (item: number, skipped: boolean): string =>
  `Article ${count(item + 1)}${skipped ? ' (skipped)' : ''}`;
export const FINISH = 'Finish';
export const FINISH_NOTE = 'After this, your answers no longer change. Then you may see the results.';
export const FINISH_FIRST = 'Answer or skip the open articles first.';

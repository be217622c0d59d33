/** Words of the tree of paths. */
import type { WrittenPath } from '../core/score.js';
import { DROP_REASONS } from './drop-reasons.js';
import { count, counted, probability, signed } from './numbers.js';

export const TREE = {
  heading: (paths: number): string => `How the search went: ${counted(paths, 'path')} as a tree of words`,
  note: 'Where paths begin alike, they share a branch. The line under a word is as thick as the word was likely, given the summary and the words before it; a number is that of the row’s first word. The search makes words less attractive that its other paths have just used, so unlikely branches are among them.',
  name: 'Paths of the search. Arrow keys move, open and close; Enter selects a kept pair.',
  thin: 'near 0',
  thick: 'near 1',
  likely: 'Probability of a word',
  openAll: 'Open all',
  openKept: 'Open the way to kept pairs',
  closeAll: 'Close all',
  end: 'end',
} as const;

const FATES: Readonly<Record<WrittenPath['fate'], string>> = { kept: 'kept', ...DROP_REASONS };

export function pathCount(paths: number): string {
  return counted(paths, 'path');
}

export function keptCount(kept: number): string {
  return `${count(kept)} kept`;
}

/** "kept: pair 3, −1.402"; with "(written 2×)" where more than one path ends there. */
export function keptPair(index: number, quals: number, paths: number): string {
  return `kept: pair ${index + 1}, ${signed(quals)}${paths > 1 ? ` (written ${count(paths)}×)` : ''}`;
}

/** What became of the paths that end in one place, each word once: "kept", "asked already". */
export function fates(paths: readonly Pick<WrittenPath, 'fate'>[]): string {
  return [...new Set(paths.map(({ fate }) => FATES[fate]))].join('; ');
}

/** The accessible name of a row; what is heard in place of lines. */
export function rowName(text: string, firstWord: number, through: number, kept: number, ending: string): string {
  const paths = ending === '' ? [pathCount(through), ...(kept > 0 ? [keptCount(kept)] : [])] : [ending];
  return [text, `probability of its first word ${probability(firstWord)}`, ...paths].join(', ');
}

/** Texts of the tree of paths. */
import type { WrittenPath } from '../../core/score.js';
import { DROP_REASONS } from '../result/drop-reasons.js';
import { count, counted, probability, signed } from '../numbers.js';

export const TREE = {
  heading: (paths: number): string => `How the search went: ${counted(paths, 'path')} as a tree of words`,
  note: 'Paths with the same beginning share a branch. The thicker the line under a word, the likelier the word is, given the summary and the words before it. A number is the probability of the row’s first word. The search penalises words that its other paths have just used, so some branches are unlikely.',
  name: 'Paths of the search. Arrow keys move, open and close; Enter selects a kept pair.',
  thin: 'near 0',
  thick: 'near 1',
  likely: 'Probability of a word',
  openAll: 'Open all',
  openKept: 'Open kept pairs',
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

/** Outcomes of the paths that end at one node, each once: "kept", "asked already". */
export function fates(paths: readonly Pick<WrittenPath, 'fate'>[]): string {
  return [...new Set(paths.map(({ fate }) => FATES[fate]))].join('; ');
}

/** The accessible name of a row, in place of its lines. */
export function rowName(text: string, firstWord: number, through: number, kept: number, ending: string): string {
  const paths = ending === '' ? [pathCount(through), ...(kept > 0 ? [keptCount(kept)] : [])] : [ending];
  return [text, `probability of its first word ${probability(firstWord)}`, ...paths].join(', ');
}

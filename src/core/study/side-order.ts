/** Which summary is on which side. The order depends on seed, annotator and item alone, so a resumed study shows the same. */
import type { Annotator, Study, StudyItem, Verdict } from './study.js';

/** What an annotator says of the two sides: A is left, or first on a narrow screen. */
export const SIDE_ANSWERS = ['a', 'equal', 'b'] as const;
export type SideAnswer = (typeof SIDE_ANSWERS)[number];

/** The system whose summary is A, by its index. */
export function systemOfA(
  { seed }: Pick<Study, 'seed'>,
  { id }: Pick<Annotator, 'id'>,
  item: Pick<StudyItem, 'id'>,
): 0 | 1 {
  return (hashOf([seed, id, item.id]) & 1) as 0 | 1;
}

export function verdictOf(side: SideAnswer, ofA: 0 | 1): Verdict {
  if (side === 'equal') return 'equal';
  return (side === 'a') === (ofA === 0) ? 'first' : 'second';
}

export function sideAnswerOf(verdict: Verdict, ofA: 0 | 1): SideAnswer {
  if (verdict === 'equal') return 'equal';
  return (verdict === 'first') === (ofA === 0) ? 'a' : 'b';
}

/** A random sample of `size` items, in their own order. The same seed draws the same. */
export function sampleItems<T extends Pick<StudyItem, 'id'>>(
  items: readonly T[],
  size: number,
  seed: string,
): readonly T[] {
  const drawn = items
    .map((item, index) => ({ index, hash: hashOf([seed, 'sample', item.id]) }))
    .sort((a, b) => a.hash - b.hash || a.index - b.index)
    .slice(0, size)
    .map(({ index }) => index);
  const isDrawn = new Set(drawn);
  return items.filter((_, index) => isDrawn.has(index));
}

/** FNV-1a over UTF-16 code units, then the finaliser of MurmurHash3, so that each bit depends on all parts. From 0 to 2^32 − 1. */
function hashOf(parts: readonly string[]): number {
  const text = parts.map((part) => `${part.length}:${part}`).join('');
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Finding an entry of the history again: by text, date and score. */
import type { HistoryEntry, HistoryItem } from './history-entry.js';

export type HistoryOrder = 'newest' | 'oldest' | 'lowest' | 'highest';

export interface HistoryFilter {
  /** Every word of it has to occur in the title or the texts. */
  readonly text: string;
  /** Days, "2026-11-29", in the person's time zone; both included; '' for no limit. */
  readonly from: string;
  readonly to: string;
  /** An entry is found if one of its scores may be within these; undefined for no limit. */
  readonly least: number | undefined;
  readonly most: number | undefined;
  readonly order: HistoryOrder;
}

export const NO_FILTER: HistoryFilter = {
  text: '',
  from: '',
  to: '',
  least: undefined,
  most: undefined,
  order: 'newest',
};

/** The same for upper and lower case, and for letters with and without accents. */
export function foldForSearch(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * Pinned ones first. One that cannot be read has no date and no score: it is found by its title, and last. `texts`: folded texts by
 * id; undefined before they are read, then titles alone are searched.
 */
export function findItems(
  items: readonly HistoryItem[],
  filter: HistoryFilter,
  texts: ReadonlyMap<string, unknown> | undefined,
): HistoryItem[] {
  const words = foldForSearch(filter.text).split(/\s+/u).filter(Boolean);
  const hasWords = ({ id, title }: HistoryItem): boolean => {
    const [name, text] = [foldForSearch(title), texts?.get(id)];
    return words.every((word) => name.includes(word) || (typeof text === 'string' && text.includes(word)));
  };
  const limited = filter.from !== '' || filter.to !== '' || filter.least !== undefined || filter.most !== undefined;
  return items
    .filter((item) => hasWords(item) && (item.entry ? isWithin(item.entry, filter) : !limited))
    .sort((a, b) => compare(a.entry, b.entry, filter.order));
}

function isWithin({ keptAt, lowest, highest }: HistoryEntry, { from, to, least, most }: HistoryFilter): boolean {
  const day = dayOf(keptAt);
  if ((from !== '' && day < from) || (to !== '' && day > to)) return false;
  if (least === undefined && most === undefined) return true;
  return lowest !== null && highest !== null && highest >= (least ?? -Infinity) && lowest <= (most ?? Infinity);
}

/** In the person's time zone. */
function dayOf(keptAt: string): string {
  const date = new Date(keptAt);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function compare(a: HistoryEntry | undefined, b: HistoryEntry | undefined, order: HistoryOrder): number {
  if (!a || !b) return Number(!a) - Number(!b);
  if (a.pinned !== b.pinned) return a.pinned ? -1 : 1;
  const newestFirst = a.keptAt < b.keptAt ? 1 : a.keptAt > b.keptAt ? -1 : 0;
  switch (order) {
    case 'newest':
      return newestFirst;
    case 'oldest':
      return -newestFirst;
    case 'lowest':
      return unscoredLast(a.lowest, b.lowest, 1) || newestFirst;
    case 'highest':
      return unscoredLast(a.highest, b.highest, -1) || newestFirst;
  }
}

function unscoredLast(a: number | null, b: number | null, sign: 1 | -1): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return sign * (a - b);
}

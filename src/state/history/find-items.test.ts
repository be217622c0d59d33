import { expect, it } from 'vitest';
import { findItems, foldForSearch, NO_FILTER, type HistoryFilter } from './find-items.js';
import type { HistoryItem } from './history-entry.js';

function item(id: string, keptAt: string, lowest: number | null, more: object = {}): HistoryItem {
  const entry = {
    kind: 'single',
    title: id,
    keptAt,
    pinned: false,
    results: 1,
    scored: Number(lowest !== null),
    lowest,
    highest: lowest,
    mean: lowest,
    ...more,
  } as const;
  return { id, title: id, entry: { ...entry, bytes: 1, version: 2, recordVersion: 1 } };
}

// Local noon, so that the day is the same in every time zone.
const at = (day: number): string => new Date(2026, 10, day, 12).toISOString();
const ITEMS: readonly HistoryItem[] = [
  item('old', at(1), -2),
  item('range', at(2), -3, { highest: -0.1, kind: 'batch' }),
  item('none', at(3), null),
  item('new', at(4), -0.5),
  item('pinned', at(1), -1, { pinned: true }),
  { id: 'broken', title: 'Zürich broken', fault: { kind: 'damaged', field: 'x' } },
];
const TEXTS = new Map([
  ['old', foldForSearch('Die Brücke in Köln\nZURICH')],
  ['new', foldForSearch('A bridge')],
]);

const found = (filter: Partial<HistoryFilter>, texts: ReadonlyMap<string, unknown> | undefined = TEXTS): string =>
  findItems(ITEMS, { ...NO_FILTER, ...filter }, texts)
    .map(({ id }) => id)
    .join(' ');

it('lists pinned entries first, then the newest; unreadable ones last', () => {
  expect(found({})).toBe('pinned new none range old broken');
  expect(found({ order: 'oldest' })).toBe('pinned old range none new broken');
  expect(found({ order: 'lowest' })).toBe('pinned range old new none broken');
  expect(found({ order: 'highest' })).toBe('pinned range new old none broken');
});

it('finds all words in title or texts, without regard to case and accents', () => {
  expect(found({ text: 'koln BRUCKE' })).toBe('old');
  expect(found({ text: 'zurich' })).toBe('old broken');
  expect(found({ text: 'bridge koln' })).toBe('');
  expect(found({ text: 'old' }, undefined)).toBe('old');
});

it('finds by day, both included', () => {
  expect(found({ from: '2026-11-02', to: '2026-11-03' })).toBe('none range');
  expect(found({ to: '2026-11-01' })).toBe('pinned old');
});

it('finds by score: an entry whose scores overlap the limits', () => {
  expect(found({ least: -0.5 })).toBe('new range');
  expect(found({ most: -2 })).toBe('range old');
  expect(found({ least: -1, most: -1 })).toBe('pinned range');
});

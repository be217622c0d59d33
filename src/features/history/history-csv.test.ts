import { expect, it } from 'vitest';
import type { HistoryItem } from '../../state/history/history-entry.js';
import { historyCsv } from './history-csv.js';

it('lists each entry, and runs no title as a formula', () => {
  const keptAt = '2026-11-29T12:00:00.000Z';
  const made = { keptAt, bytes: 1, version: 2, recordVersion: 1 } as const;
  const scores = { results: 3, scored: 2, lowest: -3, highest: -1, mean: -2 };
  const items: readonly HistoryItem[] = [
    { id: 'a', title: '=HYPERLINK("x")', entry: { ...made, ...scores, kind: 'batch', title: '', pinned: true } },
    { id: 'b', title: 'Broken', fault: { kind: 'gone' } },
  ];
  expect(historyCsv(items).slice(1).split('\r\n')).toEqual([
    'title,kind,keptAt,pinned,results,scored,quals,lowest,highest',
    `"'=HYPERLINK(""x"")",batch,${keptAt},true,3,2,-2,-3,-1`,
    'Broken,,,,,,,,',
    '',
  ]);
});

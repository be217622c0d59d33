/** What the table of rows can do, by TanStack Table: which column sorts how, which rows a filter and a search leave. */
import {
  type ColumnDef,
  columnFilteringFeature,
  createFilteredRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  rowSortingFeature,
  sortFn_alphanumeric,
  tableFeatures,
} from '@tanstack/lit-table';
import type { QualsRange, RowFilter, SortColumn } from '../../../state/batch/batch.js';
import { type BatchEntry, type EntryStatus, qualsOf, statusOf } from '../../../state/batch/batch-entry.js';

export const FEATURES = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  columnFilteringFeature,
  globalFilteringFeature,
  filteredRowModel: createFilteredRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric },
});

export type RowColumn = ColumnDef<typeof FEATURES, BatchEntry>;

type StatusFilter = Exclude<RowFilter, 'positive' | 'negative'>;

const FITS: Readonly<Record<StatusFilter, (status: EntryStatus) => boolean>> = {
  all: () => true,
  scored: (status) => status === 'scored',
  'no-score': (status) => status === 'unscorable' || status === 'failed',
  waiting: (status) => status === 'waiting',
};

const number = (id: SortColumn, accessorFn: (entry: BatchEntry) => number | undefined): RowColumn => ({
  id,
  accessorFn,
  sortFn: (a, b, column) => a.getValue<number>(column) - b.getValue<number>(column),
  // Rows without a number come last, whatever the direction.
  sortUndefined: 'last',
});

const text = (id: SortColumn, accessorFn: (entry: BatchEntry) => string): RowColumn => ({
  id,
  accessorFn,
  sortFn: 'alphanumeric',
});

/** Stable: a new list would sort and filter everything again. */
export const COLUMNS: RowColumn[] = [
  {
    ...number('row', ({ index }) => index),
    filterFn: (row, _column, rows: ReadonlySet<number>) => rows.has(row.original.index),
  },
  text('id', ({ id }) => String(id)),
  text('system', ({ system }) => system ?? ''),
  number('words', ({ articleWords }) => articleWords),
  number('label', ({ label }) => label ?? undefined),
  {
    ...text('status', statusOf),
    filterFn: (row, column, filter: StatusFilter) => FITS[filter](row.getValue<EntryStatus>(column)),
  },
  {
    ...number('quals', qualsOf),
    filterFn: (row, column, range: QualsRange) => isInRange(row.getValue<number | undefined>(column), range),
  },
  number('seconds', ({ score }) => (score && 'seconds' in score ? score.seconds : undefined)),
];

function isInRange(quals: number | undefined, { min = -Infinity, max = Infinity }: QualsRange): boolean {
  return quals !== undefined && quals >= min && quals <= max;
}

/** A search looks into the texts that the table shows; capitals do not matter. */
export function fitsSearch({ id, system, summary }: BatchEntry, search: string): boolean {
  const sought = search.trim().toLowerCase();
  return [String(id), system ?? '', summary].some((shown) => shown.toLowerCase().includes(sought));
}

/** The rows that filter, search and sort leave. Lists are made again only when what they are made of changes. */
import { type SortingState, TableController } from '@tanstack/lit-table';
import type { ReactiveControllerHost } from 'lit';
import type { TableView } from '../../../state/batch/batch.js';
import type { BatchEntry } from '../../../state/batch/batch-entry.js';
import type { BatchChoice } from '../../../state/batch/choice.js';
import { COLUMNS, FEATURES, fitsSearch } from './row-table.js';

/** What the table library wants of a view. */
interface TableState {
  readonly of: readonly unknown[];
  readonly sorting: SortingState;
  readonly columnFilters: { id: string; value: unknown }[];
}

export class ShownRows {
  private readonly table: TableController<typeof FEATURES, BatchEntry>;
  private data: BatchEntry[] = [];
  private dataOf: readonly BatchEntry[] | undefined;
  private tableState: TableState | undefined;
  private shown: readonly BatchEntry[] = [];
  private shownOf: readonly unknown[] | undefined;
  private systems = false;

  constructor(host: ReactiveControllerHost) {
    this.table = new TableController<typeof FEATURES, BatchEntry>(host);
  }

  /** The same list while nothing of its arguments changes. */
  of(entries: readonly BatchEntry[], view: TableView, choice: BatchChoice | undefined): readonly BatchEntry[] {
    if (this.dataOf !== entries) {
      this.dataOf = entries;
      this.data = [...entries];
      this.systems = entries.some(({ system }) => system !== null);
    }
    const { sorting, columnFilters } = this.stateOf(view, choice);
    const table = this.table.table({
      features: FEATURES,
      columns: COLUMNS,
      data: this.data,
      state: { sorting, columnFilters, globalFilter: view.search },
      globalFilterFn: GLOBAL_FILTER,
      getColumnCanGlobalFilter: IS_ROW_COLUMN,
    });
    const { rows } = table.getRowModel();
    if (this.shownOf !== rows) {
      this.shownOf = rows;
      this.shown = rows.map(({ original }) => original);
    }
    return this.shown;
  }

  /** Of the rows that `of` was given. */
  get hasSystem(): boolean {
    return this.systems;
  }

  private stateOf({ sort, filter, search, range }: TableView, choice: BatchChoice | undefined): TableState {
    const of = [sort, filter, search, range, choice];
    const last = this.tableState;
    if (last?.of.every((part, place) => part === of[place])) return last;
    const sorting = [{ id: sort.column, desc: sort.descending }];
    this.tableState = { of, sorting, columnFilters: columnFilters(filter, range, choice) };
    return this.tableState;
  }
}

function columnFilters(
  filter: TableView['filter'],
  range: TableView['range'],
  choice: BatchChoice | undefined,
): TableState['columnFilters'] {
  const filters: TableState['columnFilters'] = [];
  if (filter === 'positive' || filter === 'negative') {
    // Without a choice there are no sets to filter by.
    const rows = choice?.[filter].map(({ entry }) => entry.index);
    if (rows) filters.push({ id: 'row', value: new Set(rows) });
  } else if (filter !== 'all') filters.push({ id: 'status', value: filter });
  if (range.min !== undefined || range.max !== undefined) filters.push({ id: 'quals', value: range });
  return filters;
}

const GLOBAL_FILTER = (row: { readonly original: BatchEntry }, _column: string, search: string): boolean =>
  fitsSearch(row.original, search);

/** The search looks at the whole row, so one column is enough. */
const IS_ROW_COLUMN = ({ id }: { readonly id: string }): boolean => id === 'row';

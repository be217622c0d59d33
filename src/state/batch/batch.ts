/** The batch page: the input that is chosen, the open batch and its rows, the run over them, and how the table is seen. */
import { atom, computed } from 'nanostores';
import type { Columns } from '../../batch/columns/columns.js';
import type { AnyRecord } from '../../batch/readers/read-records.js';
import type { Fault } from '../../core/errors.js';
import type { ScoringMethod } from '../../core/method/scoring-method.js';
import { createBatchDatabase } from '../../storage/batch-database.js';
import type { BatchEntry } from './batch-entry.js';
import { chooseEntries, type ChoiceSettings, FIRST_CHOICE } from './choice.js';

/** A file, or pasted text. */
export interface BatchInput {
  readonly name: string;
  readonly blob: Blob;
}

export interface StoredBatch {
  readonly id: string;
  /** Of the input. */
  readonly name: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly rows: number;
  readonly columns: Columns;
  /** How its rows are scored; missing before the first score. Scores of two methods do not compare. */
  readonly method?: ScoringMethod | undefined;
  /** What was odd about the input, in sentences. */
  readonly notes: readonly string[];
}

export type BatchStep =
  | { readonly kind: 'choose'; readonly problem?: string | undefined }
  | {
      readonly kind: 'columns';
      readonly input: BatchInput;
      /** The first records. */
      readonly head: readonly AnyRecord[];
      readonly columns: Columns;
      readonly problem?: string | undefined;
    }
  | { readonly kind: 'reading'; readonly name: string; readonly rows: number }
  | { readonly kind: 'open'; readonly batch: StoredBatch };

export type BatchRun =
  | { readonly kind: 'idle' }
  /** The model loads. */
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'scoring';
      /** The row that runs, from 0; undefined between rows. */
      readonly index: number | undefined;
      readonly phase: string;
      /** Milliseconds since the epoch. */
      readonly since: number;
      /** Rows that this run finished. */
      readonly done: number;
      /** What a person asked for. */
      readonly ending?: 'pause' | 'stop' | undefined;
    }
  | { readonly kind: 'ended'; readonly by: 'pause' | 'stop' | 'end' }
  | { readonly kind: 'halted'; readonly reason: HaltReason };

/** Why a run ended early. Finished rows are kept. */
export type HaltReason =
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'other-method'; readonly before: ScoringMethod; readonly now: ScoringMethod }
  /** The form or another page uses the model. */
  | { readonly kind: 'busy' }
  /** Another tab runs a batch. */
  | { readonly kind: 'other-tab' }
  /** The batch was deleted in another tab. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'storage'; readonly detail: string };

/** `positive`, `negative`: S+ and S− of the choice of training texts. */
export type RowFilter = 'all' | 'scored' | 'no-score' | 'waiting' | 'positive' | 'negative';

/** Both ends count; a missing end is open. */
export interface QualsRange {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

export function isRunning({ kind }: BatchRun): boolean {
  return kind === 'loading' || kind === 'scoring';
}

export type SortColumn = 'row' | 'id' | 'system' | 'words' | 'label' | 'status' | 'quals' | 'seconds';

/** How the table is seen; kept while another page is open. */
export interface TableView {
  readonly filter: RowFilter;
  readonly search: string;
  /** Rows without a score are outside every range but the open one. */
  readonly range: QualsRange;
  readonly sort: { readonly column: SortColumn; readonly descending: boolean };
  /** The row that keys move from, by its number in the batch. */
  readonly active: number | undefined;
  /** Pixels: of the table, and of the page. */
  readonly scroll: { readonly table: number; readonly page: number };
}

const FIRST_VIEW: TableView = {
  filter: 'all',
  search: '',
  range: {},
  sort: { column: 'row', descending: false },
  active: undefined,
  scroll: { table: 0, page: 0 },
};

export function createBatchState() {
  const $batch = atom<BatchStep>({ kind: 'choose' });
  const $batchEntries = atom<readonly BatchEntry[]>([]);
  const $batchRun = atom<BatchRun>({ kind: 'idle' });
  const $batchView = atom<TableView>(FIRST_VIEW);
  /** The row whose result is open in the result view. */
  const $openedRow = atom<{ readonly batch: string; readonly index: number } | undefined>(undefined);

  const $choiceSettings = atom<ChoiceSettings>(FIRST_CHOICE);
  const $choice = computed([$batchEntries, $choiceSettings], chooseEntries);

  const openBatch = (batch: StoredBatch, entries: readonly BatchEntry[]): void => {
    $batchEntries.set(entries);
    $batchView.set(FIRST_VIEW);
    $choiceSettings.set(FIRST_CHOICE);
    $batchRun.set({ kind: 'idle' });
    $batch.set({ kind: 'open', batch });
  };

  const changeChoice = (change: Partial<ChoiceSettings>): void =>
    $choiceSettings.set({ ...$choiceSettings.get(), ...change });

  const changeView = (change: Partial<TableView>): void => $batchView.set({ ...$batchView.get(), ...change });

  /** Does nothing where another batch is open by now. */
  const changeEntry = (batch: string, index: number, change: Partial<BatchEntry>): void => {
    const step = $batch.get();
    if (step.kind !== 'open' || step.batch.id !== batch) return;
    const entries = $batchEntries.get();
    const entry = entries[index];
    if (entry) $batchEntries.set(entries.with(index, { ...entry, ...change }));
  };

  const batchDatabase = createBatchDatabase();
  return {
    batchDatabase,
    $batch,
    $batchEntries,
    $batchRun,
    $batchView,
    $openedRow,
    $choiceSettings,
    $choice,
    openBatch,
    changeView,
    changeChoice,
    changeEntry,
  };
}

/** The elements of the batch page. They load with its first visit: the first page of a visit does not need their libraries. */
import { defineElements, type ElementsByTag } from '../components/element/define-elements.js';
import { BatchChoicePanel } from '../features/batch/choice/batch-choice.js';
import { ShareField } from '../features/batch/choice/share-field.js';
import { BatchPage } from '../features/batch/batch-page.js';
import { ScoreDistribution } from '../features/batch/distribution/score-distribution.js';
import { BatchColumns } from '../features/batch/input/batch-columns.js';
import { BatchInput } from '../features/batch/input/batch-input.js';
import { ChooseRows } from '../features/batch/input/choose-rows.js';
import { StoredSets } from '../features/batch/input/stored-sets.js';
import { BatchRunPanel } from '../features/batch/run/batch-run.js';
import { BatchScores } from '../features/batch/statistics/batch-scores.js';
import { RowsFilters } from '../features/batch/table/rows-filters.js';
import { RowsTable } from '../features/batch/table/rows-table.js';

const BATCH_ELEMENTS = {
  'quals-batch-choice': BatchChoicePanel,
  'quals-batch-columns': BatchColumns,
  'quals-batch-input': BatchInput,
  'quals-batch-run': BatchRunPanel,
  'quals-batch-scores': BatchScores,
  'quals-batch-table': RowsTable,
  'quals-choose-rows': ChooseRows,
  'quals-stored-sets': StoredSets,
  'quals-rows-filters': RowsFilters,
  'quals-score-distribution': ScoreDistribution,
  'quals-share-field': ShareField,
  'quals-batch-page': BatchPage,
} satisfies ElementsByTag;

export function registerBatchElements(): void {
  defineElements(BATCH_ELEMENTS);
}

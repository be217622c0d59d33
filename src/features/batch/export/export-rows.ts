/** The finished rows of a batch as files: as the command writes them, with row, system and label besides. */
import { errorRow, type OutputRow, resultRow } from '../../../batch/output-row.js';
import { type CsvRow, encodeCsv } from '../../../batch/writers/encode-csv.js';
import { encodeJsonl } from '../../../batch/writers/encode-jsonl.js';
import { rougeF1 } from '../../../core/measures/rouge.js';
import { methodFields } from '../../../core/method/method-fields.js';
import { decodeRecords } from '../../../core/record/decode-records.js';
import { resultOf } from '../../../core/record/encode-record.js';
import type { ScoringMethod } from '../../../core/method/scoring-method.js';
import type { StoredBatch } from '../../../state/batch/batch.js';
import { type BatchEntry, statusOf } from '../../../state/batch/batch-entry.js';
import type { BatchDatabase } from '../../../storage/batch-database.js';

export function finishedRows(entries: readonly BatchEntry[]): readonly BatchEntry[] {
  return entries.filter((entry) => statusOf(entry) !== 'waiting');
}

/** One line a row, with its pairs. */
export async function exportJsonl(
  { id, method }: StoredBatch,
  entries: readonly BatchEntry[],
  database: BatchDatabase,
): Promise<Blob> {
  const lines: string[] = [];
  for (const entry of finishedRows(entries)) {
    lines.push(encodeJsonl({ ...(await outputRow(id, entry, method, database)), ...placeOf(entry) }));
  }
  return new Blob(lines, { type: 'application/jsonl' });
}

async function outputRow(
  batch: string,
  entry: BatchEntry,
  method: ScoringMethod | undefined,
  database: BatchDatabase,
): Promise<OutputRow> {
  const { id, summary, reference, problem, score } = entry;
  const made = method ?? UNSCORED;
  if (problem !== undefined) return errorRow(id, { code: 'row-invalid', message: problem }, made);
  if (score?.outcome === 'failed') {
    return errorRow(id, { code: score.code as 'internal', message: score.message }, made);
  }
  const decoded = decodeRecords(await database.readResult(batch, entry.index));
  if (decoded.ok) return resultRow(id, resultOf(decoded.records[0]), summary, made, reference);
  // The pairs could not be stored; the score was.
  const [quals, answerGap] = score?.outcome === 'scored' ? [score.quals, score.answerGap] : [null, null];
  const outcome = score?.outcome ?? 'unscorable';
  return { id, outcome, quals, answerGap, pairs: [], ...methodFields(made) };
}

/** A batch without a score has no method: its rows are all bad. */
const UNSCORED: ScoringMethod = {
  model: { id: '', version: '' },
  protocol: 'matched',
  search: { paths: 0, diversityStrength: 0, minLength: 0, maxLength: 0 },
  softCap: 0,
  normalisation: 0,
};

function placeOf({ index, system, label }: BatchEntry) {
  return { row: index + 1, ...(system !== null && { system }), ...(label !== null && { label }) };
}

const CSV_COLUMNS = [
  'row',
  'id',
  'system',
  'label',
  'outcome',
  'quals',
  'answerGap',
  'pairs',
  'referenceRouge1',
  'referenceRouge2',
  'referenceRougeL',
  'seconds',
  'problem',
  'summary',
  'protocol',
  'paths',
  'softCap',
  'normalisation',
  'model',
  'modelVersion',
] as const;

/** One line a row, without its pairs. */
export function exportCsv({ method }: StoredBatch, entries: readonly BatchEntry[]): Blob {
  const fields = method && methodFields(method);
  const made = fields && { ...fields, model: fields.model.id, modelVersion: fields.model.version };
  const rows = finishedRows(entries).map((entry): CsvRow => {
    const { index, id, system, label, summary, reference, problem, score } = entry;
    const rouge = reference === undefined ? undefined : rougeF1(summary, reference);
    return {
      row: index + 1,
      id,
      system,
      label,
      summary,
      outcome: statusOf(entry) === 'failed' ? 'error' : score?.outcome,
      problem: problem ?? (score?.outcome === 'failed' ? score.message || score.code : undefined),
      ...(score?.outcome === 'scored' && { quals: score.quals, answerGap: score.answerGap, pairs: score.pairs }),
      ...(rouge && { referenceRouge1: rouge.rouge1, referenceRouge2: rouge.rouge2, referenceRougeL: rouge.rougeL }),
      ...(score && 'seconds' in score && { seconds: score.seconds }),
      ...made,
    };
  });
  return new Blob([encodeCsv(CSV_COLUMNS, rows)], { type: 'text/csv' });
}

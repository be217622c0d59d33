/** Output rows as CSV, a row at a time. */
import type { OutputRow } from '../output-row.js';
import { type CsvRow, encodeCsv, encodeCsvRow } from './encode-csv.js';

type Rouge = NonNullable<OutputRow['rouge']>;

/** All of them in every file, so that files of several runs have one shape. Lists are JSON in a cell. */
const COLUMNS = [
  'id',
  'outcome',
  'quals',
  'answerGap',
  'pairCount',
  'supported',
  'sourceLogProb',
  'rouge1',
  'rouge2',
  'rougeL',
  'referenceRouge1',
  'referenceRouge2',
  'referenceRougeL',
  'agreement',
  'errorCode',
  'errorMessage',
  'protocol',
  'paths',
  'diversityStrength',
  'minLength',
  'maxLength',
  'softCap',
  'normalisation',
  'model',
  'modelVersion',
  'pairs',
  'firstLookWords',
  'system',
] as const;

/** Before the first row. */
export const CSV_START = encodeCsv(COLUMNS, []);

/** Pairs are without their tokens: JSON Lines have them. */
export function csvLine(row: OutputRow): string {
  const { rouge, referenceRouge, error, model, pairs, firstLookWords, ...plain } = row;
  const cells: CsvRow = {
    ...plain,
    ...rougeCells('rouge', rouge),
    ...rougeCells('referenceRouge', referenceRouge),
    errorCode: error?.code,
    errorMessage: error?.message,
    model: model.id,
    modelVersion: model.version,
    pairCount: pairs.length,
    pairs: JSON.stringify(
      pairs.map(({ question, answer, quals, answerGap }) => ({ question, answer, quals, answerGap })),
    ),
    firstLookWords: firstLookWords && JSON.stringify(firstLookWords),
  };
  return encodeCsvRow(COLUMNS, cells);
}

function rougeCells(name: 'rouge' | 'referenceRouge', rouge: Rouge | undefined): CsvRow {
  return { [`${name}1`]: rouge?.rouge1, [`${name}2`]: rouge?.rouge2, [`${name}L`]: rouge?.rougeL };
}

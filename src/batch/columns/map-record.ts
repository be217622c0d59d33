/** A record to the summaries that it holds. */
import { withExactId } from '../readers/json-row.js';
import type { AnyRecord, InputRecord } from '../readers/read-records.js';
import type { RowId } from '../row-id.js';
import { labelOf, textOf } from './cell-values.js';
import { type Columns, EACH_SUMMARY, SYSTEM_PREFIX, systemColumns } from './columns.js';

export interface MappedRow {
  /** Null where the record has none. */
  readonly id: RowId | null;
  readonly system: string | null;
  /** Null where the record has none. */
  readonly label: number | null;
  readonly source: string;
  readonly summary: string;
  /** Missing where the record has none. */
  readonly reference?: string;
  /** Where the record begins, from 1. */
  readonly line: number;
  /** A sentence with line and column: the row cannot be scored. */
  readonly problem?: string;
  /** A sentence with line and column: the row can be scored, and lacks something. */
  readonly note?: string;
}

/** One row; with EACH_SUMMARY one row a system. */
export function mapRecord(record: AnyRecord, columns: Columns): readonly MappedRow[] {
  const { line } = record;
  const none = { id: null, system: null, label: null, source: '', summary: '', line };
  if ('problem' in record) return [{ ...none, problem: record.problem }];
  if (columns.summary !== EACH_SUMMARY) return [mapSummary(record, columns, columns.summary)];
  const names = systemColumns(Object.keys(record.values), columns.reference);
  if (names.length === 0) return [{ ...none, problem: `Line ${line}: no column ${SYSTEM_PREFIX}NAME.` }];
  return names.map((name) => ({
    ...mapSummary(record, columns, name),
    system: name.slice(SYSTEM_PREFIX.length),
  }));
}

function mapSummary(record: InputRecord, columns: Columns, summaryColumn: string): MappedRow {
  const { values, line, json } = record;
  const exact = json !== undefined && columns.id !== null ? withExactId(values, json, columns.id) : values;
  const id = columns.id === null ? null : idOf((exact ?? values)[columns.id]);
  const label = columns.label === null ? null : labelOf(values[columns.label]);
  const problems = [
    textProblem(columns.source, values[columns.source]),
    textProblem(summaryColumn, values[summaryColumn]),
    exact ? undefined : `${columns.id ?? ''} has too many digits to be kept: put it in quotes`,
  ].filter((problem) => problem !== undefined);
  return {
    id: id ?? null,
    system: systemOf(record, columns, summaryColumn),
    label: label ?? null,
    source: textOf(values[columns.source]) ?? '',
    summary: textOf(values[summaryColumn]) ?? '',
    ...referenceOf(record, columns, summaryColumn),
    line,
    ...(problems.length > 0 && { problem: `Line ${line}: ${problems.join('; ')}.` }),
    ...(label === undefined && { note: `Line ${line}: ${columns.label ?? ''} is not a number.` }),
  };
}

function idOf(cell: unknown): RowId | undefined {
  if (typeof cell === 'number' || typeof cell === 'bigint') return cell;
  return typeof cell === 'string' && cell.trim() !== '' ? cell : undefined;
}

/** Beside references that are scored, the name of its column tells a summary from a reference. */
function systemOf({ values }: InputRecord, columns: Columns, summaryColumn: string): string | null {
  const { system, reference, scoreReferences } = columns;
  if (system === null) return reference !== null && scoreReferences ? summaryColumn : null;
  const cell = values[system];
  const isNamed = typeof cell === 'string' || typeof cell === 'number';
  return isNamed && String(cell).trim() !== '' ? String(cell) : null;
}

function referenceOf({ values }: InputRecord, { reference }: Columns, summaryColumn: string) {
  if (reference === null || reference === summaryColumn) return {};
  const text = textOf(values[reference]) ?? '';
  return text.trim() === '' ? {} : { reference: text };
}

function textProblem(column: string, cell: unknown): string | undefined {
  const text = textOf(cell);
  if (text !== undefined) return text.trim() === '' ? `${column} is empty` : undefined;
  if (cell === undefined) return `${column} is missing`;
  const found = Array.isArray(cell) ? 'a list' : typeof cell === 'object' && cell !== null ? 'an object' : String(cell);
  return `${column} must be text, not ${found}`;
}

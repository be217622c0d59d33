/** A table as text for the clipboard: TSV for a spreadsheet, Markdown for a document. */
import Papa from 'papaparse';
import { FORMULA } from '../../../core/formula-cell.js';
import { signed } from '../../../text/numbers.js';

export type Cell = string | number | undefined;

export interface TextTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * Cells with tabs, quotes or line breaks are quoted. A text that a spreadsheet would read as a formula begins with an apostrophe.
 * Numbers have all their digits.
 */
export function toTsv({ header, rows }: TextTable): string {
  return Papa.unparse(
    { fields: [...header], data: rows.map((row) => [...row]) },
    { delimiter: '\t', newline: '\n', escapeFormulae: FORMULA },
  );
}

/** A GitHub table. Cells are plain text: nothing in them becomes markup. */
export function toMarkdown({ header, rows }: TextTable): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const isNumber = (column: number): boolean => rows.some((row) => typeof row[column] === 'number');
  return [
    line(header.map(plain)),
    line(header.map((_, column) => (isNumber(column) ? '---:' : '---'))),
    ...rows.map((row) => line(header.map((_, column) => markdownCell(row[column])))),
  ].join('\n');
}

function markdownCell(cell: Cell): string {
  if (typeof cell !== 'number') return plain(cell ?? '');
  return Number.isInteger(cell) ? String(cell) : signed(cell);
}

/** A backslash takes the meaning of a mark; `<` becomes an entity, since some readers take tags after a backslash. */
function plain(text: string): string {
  return text
    .trim()
    .replace(/[\\`*_{}[\]()#|~!]/gu, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\r\n|[\n\r\u2028\u2029]/gu, '<br>')
    .replaceAll('\t', ' ');
}

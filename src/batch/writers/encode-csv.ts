/** Rows as CSV for spreadsheets. Texts come from anyone, so none may run as a formula. */
import Papa from 'papaparse';

/** Excel reads UTF-8 only if the file begins with it. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Papa's own expression misses a formula with a line break in it. Numbers are not texts and stay as they are. */
const FORMULA = /^[=+\-@\t\r]/;

export type CsvRow = Readonly<Record<string, string | number | bigint | boolean | null | undefined>>;

/** The byte-order mark, the column names, then the rows. Lines end with \r\n (RFC 4180), the last one too. */
export function encodeCsv(columns: readonly string[], rows: readonly CsvRow[]): string {
  return `${BYTE_ORDER_MARK}${lineOf(columns)}${rows.map((row) => encodeCsvRow(columns, row)).join('')}`;
}

/** One more row, with its line end. */
export function encodeCsvRow(columns: readonly string[], row: CsvRow): string {
  return lineOf(columns.map((column) => cellOf(row[column])));
}

function lineOf(cells: readonly (string | number | boolean)[]): string {
  return `${Papa.unparse([[...cells]], { escapeFormulae: FORMULA })}\r\n`;
}

/** A bigint keeps all its digits. */
function cellOf(value: CsvRow[string]): string | number | boolean {
  if (value === null || value === undefined) return '';
  return typeof value === 'bigint' ? value.toString() : value;
}

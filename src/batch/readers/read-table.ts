/** CSV and TSV with a header (RFC 4180). Papa Parse reads the cells; lines and ragged rows are counted here. */
import Papa from 'papaparse';
import { InputError } from '../input-fault.js';
import { type BatchRow, checkRow, type RowKeys } from '../row.js';
import { LONGEST_ROW } from '../split-lines.js';
import { delimiterOf } from './delimiter.js';
import { otherKeys } from './format-fault.js';

export interface Cells {
  readonly cells: readonly string[];
  /** In which the row begins, from 1. A cell may hold line breaks. */
  readonly line: number;
  /** A quoted cell goes on behind its closing quote. */
  readonly strayQuote: boolean;
}

/** Throws InputError where the header lacks a column or has one twice, and where a quote never ends. */
export async function* readTable(text: AsyncIterable<string>, keys: RowKeys): AsyncGenerator<BatchRow> {
  let header: readonly string[] | undefined;
  for await (const row of splitTable(text)) {
    if (row.cells.length === 1 && row.cells[0] === '') continue;
    if (!header) {
      header = row.cells.map((name) => name.trim());
      checkHeader(header, row.line, keys);
    } else yield readCells(row, header, keys);
  }
}

function checkHeader(header: readonly string[], line: number, keys: RowKeys): void {
  const fault = otherKeys(header, line, keys);
  if (fault) throw new InputError(fault);
  const read = [keys.id, keys.source, keys.summary, keys.reference, ...(keys.labels ?? [])].flatMap(
    (name) => name ?? [],
  );
  const column = read.find((name) => header.indexOf(name) !== header.lastIndexOf(name));
  if (column !== undefined) throw new InputError({ kind: 'repeated-column', line, column });
}

function readCells(row: Cells, header: readonly string[], keys: RowKeys): BatchRow {
  const { values, problem } = nameCells(row, header);
  if (problem === undefined) return checkRow(values, row.line, keys);
  return { id: values[keys.id] ?? null, line: row.line, problem };
}

/** The cells under the names of their columns. `problem`: a sentence with the line, where the row has other cells than the header. */
export function nameCells(
  { cells, line, strayQuote }: Cells,
  header: readonly string[],
): { readonly values: Readonly<Record<string, string | undefined>>; readonly problem?: string } {
  const values = Object.fromEntries(header.map((name, place) => [name, cells[place]]));
  const problem = strayQuote ? quoteProblem(cells, header) : raggedProblem(cells, header);
  return problem === undefined ? { values } : { values, problem: `Line ${line}: ${problem}.` };
}

function raggedProblem(cells: readonly string[], header: readonly string[]): string | undefined {
  if (cells.length === header.length) return undefined;
  const counts = `the row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, the header ${header.length} columns`;
  if (cells.length > header.length) return `${counts}: cell ${header.length + 1} has no column`;
  return `${counts}: ${header[cells.length] ?? ''} is missing`;
}

function quoteProblem(cells: readonly string[], header: readonly string[]): string {
  const place = cells.findIndex((cell) => /"(?!")/.test(cell));
  const column = header[place] ?? `cell ${place + 1}`;
  return `${column} goes on after its closing quote. Write a quote within a cell twice`;
}

/** The header and the rows, as they come. */
export async function* splitTable(chunks: AsyncIterable<string>): AsyncGenerator<Cells> {
  let rest = '';
  let line = 1;
  let parse: ReturnType<typeof tableParser> | undefined;
  for await (const chunk of chunks) {
    rest += chunk;
    if (!parse) {
      const [blank = ''] = /^[\r\n]*\n/.exec(rest) ?? [];
      line += breaks(blank);
      rest = rest.slice(blank.length);
    }
    parse ??= firstLineOf(rest) === undefined ? undefined : tableParser(rest);
    if (parse) {
      const { rows, used } = parse(rest, line, false);
      yield* rows;
      line += breaks(rest.slice(0, used));
      rest = rest.slice(used);
    }
    if (rest.length > LONGEST_ROW) throw new InputError({ kind: 'row-too-long', line, limit: LONGEST_ROW });
  }
  if (rest !== '') yield* (parse ?? tableParser(rest))(rest, line, true).rows;
}

/** `start`: the table up to its first line end at least. */
function tableParser(start: string): (text: string, line: number, isEnd: boolean) => { rows: Cells[]; used: number } {
  const delimiter = delimiterOf(firstLineOf(start) ?? start);
  // Papa Parse wants one kind of line end. With \n, the \r of \r\n is left at the end of an unquoted last cell.
  const newline = /^[^\n]*\r(?!\n)/.test(start) ? '\r' : '\n';
  let header: readonly string[] | undefined;
  return (text, line, isEnd) => {
    const rows: Cells[] = [];
    let at = 0;
    let begin = line;
    const step = ({ data, errors, meta }: { data: string[][]; errors: Papa.ParseError[]; meta: Papa.ParseMeta }) => {
      const cells = (data[0] ?? []).map((cell, place, all) =>
        place === all.length - 1 ? cell.replace(/\r$/, '') : cell,
      );
      if (errors.some(({ code }) => code === 'MissingQuotes')) {
        throw new InputError({
          kind: 'open-quote',
          line: begin,
          column: header?.[cells.length - 1] ?? String(cells.length),
        });
      }
      rows.push({ cells, line: begin, strayQuote: errors.length > 0 });
      header ??= cells;
      begin += breaks(text.slice(at, meta.cursor));
      at = meta.cursor;
    };
    new Papa.Parser({ delimiter, newline, step } as unknown as Papa.ParseConfig).parse(text, 0, !isEnd);
    return { rows, used: at };
  };
}

/** Undefined where the text holds no whole line yet. A \r at the end may be half of a \r\n. */
function firstLineOf(text: string): string | undefined {
  return /^(.*?)(?:\n|\r[^])/.exec(text)?.[1];
}

function breaks(text: string): number {
  return text.split(/\r\n|\r|\n/).length - 1;
}

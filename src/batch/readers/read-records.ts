/** Rows of an input with all their columns, before a person or the command has said which column is what. */
import { decodeText } from './decode-text.js';
import { type FormatFault, InputError } from '../input-fault.js';
import { splitLines } from '../split-lines.js';
import { parseObject } from './json-row.js';
import { splitValues } from './read-json.js';
import { nameCells, splitTable } from './read-table.js';
import { refuseOtherFormats } from './refuse-other-formats.js';

export interface InputRecord {
  /** By column. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Where the row begins, from 1. */
  readonly line: number;
  /** The row's own text, for numbers with more digits than a double holds. Missing in a table, whose cells are texts. */
  readonly json?: string;
  readonly fault?: undefined;
}

/** A row that has no columns to read. */
interface BadRecord {
  readonly line: number;
  /** A sentence with line and column. */
  readonly problem: string;
  readonly fault?: FormatFault | undefined;
}

export type AnyRecord = InputRecord | BadRecord;

/** How the rows are told apart. */
type RecordFormat = 'table' | 'json' | 'jsonl';

/** Holds one row at a time. Throws InputError where the input as a whole cannot be read. */
export async function* readRecords(chunks: AsyncIterable<string | Uint8Array>): AsyncGenerator<AnyRecord> {
  const text = decodeText(chunks);
  const { start, whole } = await peek(text);
  const format = formatOf(start);
  yield* refuseOtherFormats(format === 'table' ? tableRecords(whole) : jsonRecords(whole, format));
}

/** From the beginning of an input: its first line at least. */
function formatOf(start: string): RecordFormat {
  const text = start.trimStart();
  if (text.startsWith('[')) return 'json';
  if (!text.startsWith('{')) return 'table';
  const [line = ''] = text.split('\n', 1);
  return isWhole(line) || !text.includes('\n') ? 'jsonl' : firstKeyAlone(line) ? 'json' : 'jsonl';
}

function isWhole(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** A JSON object that goes on over several lines begins with a line of its own. */
function firstKeyAlone(line: string): boolean {
  return /^\{\s*$|,\s*$/.test(line);
}

const PEEKED = 64 * 1024;

async function peek(text: AsyncGenerator<string>): Promise<{ start: string; whole: AsyncGenerator<string> }> {
  let start = '';
  while (start.length < PEEKED) {
    const { value, done } = await text.next();
    if (done) break;
    start += value;
  }
  const whole = (async function* () {
    yield start;
    yield* text;
  })();
  return { start, whole };
}

async function* tableRecords(text: AsyncIterable<string>): AsyncGenerator<AnyRecord> {
  let header: readonly string[] | undefined;
  for await (const row of splitTable(text)) {
    if (row.cells.length === 1 && row.cells[0] === '') continue;
    if (header) {
      const { values, problem } = nameCells(row, header);
      yield problem === undefined ? { values, line: row.line } : { line: row.line, problem };
      continue;
    }
    header = row.cells.map((name) => name.trim());
    // A spreadsheet may leave empty columns at the end. None of them can be chosen.
    const twice = header.find((name, place) => name !== '' && header?.indexOf(name) !== place);
    if (twice !== undefined) throw new InputError({ kind: 'repeated-column', line: row.line, column: twice });
  }
}

async function* jsonRecords(text: AsyncIterable<string>, format: 'json' | 'jsonl'): AsyncGenerator<AnyRecord> {
  for await (const { text: row, line } of format === 'json' ? splitValues(text) : splitLines(text)) {
    if (format === 'jsonl' && row.trim() === '') continue;
    const read = parseObject(row, line);
    yield 'problem' in read ? { line, problem: read.problem, fault: read.fault } : { ...read, line, json: row };
  }
}

/** Continues an output file that an earlier run left unfinished. */
import { createReadStream } from 'node:fs';
import { truncate } from 'node:fs/promises';
import { OUTCOMES } from '../../src/batch/output-row.js';
import { exactId } from '../../src/batch/row-id.js';
import type { WrittenRow } from '../../src/batch/run-batch.js';
import { splitLines } from '../../src/batch/split-lines.js';
import { LINE_START } from '../../src/batch/writers/encode-jsonl.js';
import type { ScoringMethod } from '../../src/core/method/scoring-method.js';
import { checkRowMethod } from './check-row-method.js';
import { UsageError } from '../arguments/usage-error.js';

/** Options of the run that change the columns of its rows. */
interface Columns {
  readonly firstLook?: boolean;
  readonly compare?: boolean;
}

/** Bytes of whole lines in a file of this command, and the rows in them. */
export interface WrittenRows {
  readonly bytes: number;
  /** In order. Reads the file again, a row at a time. */
  rows(): AsyncGenerator<WrittenRow>;
}

/**
 * Cuts off an incomplete last line, left by a run that was killed while writing. Throws UsageError, without changing the
 * file, if it contains something else, scores of another method, or other columns, which do not belong in one file.
 */
export async function keepWrittenRows(
  path: string,
  method: ScoringMethod,
  columns: Columns = {},
): Promise<WrittenRows> {
  const bytes = await endOfLastLine(path);
  const rows = (): AsyncGenerator<WrittenRow> => readWritten(path, bytes, method, columns);
  for await (const row of rows()) void row;
  await checkUnfinished(path, bytes);
  await truncate(path, bytes);
  return { bytes, rows };
}

async function* readWritten(
  path: string,
  bytes: number,
  method: ScoringMethod,
  columns: Columns,
): AsyncGenerator<WrittenRow> {
  if (bytes === 0) return;
  const stream = createReadStream(path, { end: bytes - 1, encoding: 'utf8' }) as AsyncIterable<string>;
  for await (const { text, line } of splitLines(stream)) yield rowOf(text, path, line, method, columns);
}

const NEWLINE = 0x0a;

async function endOfLastLine(path: string): Promise<number> {
  let read = 0;
  let end = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const newline = chunk.lastIndexOf(NEWLINE);
    if (newline >= 0) end = read + newline + 1;
    read += chunk.length;
  }
  return end;
}

async function checkUnfinished(path: string, start: number): Promise<void> {
  let unfinished = '';
  for await (const chunk of createReadStream(path, { start, encoding: 'utf8' }) as AsyncIterable<string>) {
    unfinished += chunk;
  }
  if (unfinished.startsWith(LINE_START) || LINE_START.startsWith(unfinished)) return;
  throw new UsageError(`${path} ends in something that this command did not write.`);
}

function rowOf(line: string, path: string, number: number, method: ScoringMethod, columns: Columns): WrittenRow {
  const where = `${path}, line ${number}`;
  let row: { id?: unknown; system?: unknown; outcome?: unknown; rouge?: unknown };
  try {
    row = (JSON.parse(line) ?? {}) as typeof row;
  } catch (error) {
    throw new UsageError(`${where} is not JSON: ${String(error)}`);
  }
  const { id } = row;
  const exact = typeof id === 'number' ? exactId(id, line, 'id') : id;
  if (exact !== null && typeof exact !== 'string' && typeof exact !== 'number' && typeof exact !== 'bigint') {
    throw new UsageError(`${where} has no id: it was not written by this command.`);
  }
  const outcome = OUTCOMES.find((known) => known === row.outcome);
  if (outcome === undefined) throw new UsageError(`${where} has no outcome: it was not written by this command.`);
  if (outcome !== 'error') {
    checkOption('--first-look', outcome === 'first-look', columns.firstLook, where);
    checkOption('--compare', row.rouge !== undefined, columns.compare, where);
  }
  checkRowMethod(row, method, where);
  return { id: exact, outcome, ...(typeof row.system === 'string' && { system: row.system }) };
}

function checkOption(name: string, wasThere: boolean, isHere: boolean | undefined, where: string): void {
  if (wasThere === (isHere ?? false)) return;
  const made = wasThere ? 'with' : 'without';
  throw new UsageError(`--resume: ${where} was made ${made} ${name}. Name another --output, or run as before.`);
}

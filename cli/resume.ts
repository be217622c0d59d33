/** Going on with an output file that an earlier run left unfinished. */
import { createReadStream } from 'node:fs';
import { stat, truncate } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { ScoringMethod } from '../src/core/scoring-method.js';
import { checkRowMethod } from './check-row-method.js';
import type { RowId } from './input-rows.js';
import { UsageError } from './usage-error.js';

/**
 * Ids of the rows that stand in the file, in order; none where there is no file. A last line without its end, left by a
 * run that was killed while it wrote, is cut off. Throws UsageError, and leaves the file alone, where it holds
 * something else, or scores of another method: those do not belong in one file.
 */
export async function keepWrittenRows(path: string, method: ScoringMethod): Promise<(RowId | null)[]> {
  if (!(await exists(path))) return [];
  const end = await endOfLastLine(path);
  const ids: (RowId | null)[] = [];
  if (end > 0) {
    const whole = createReadStream(path, { end: end - 1 });
    for await (const line of createInterface({ input: whole, crlfDelay: Infinity })) {
      ids.push(idOf(line, path, ids.length + 1, method));
    }
  }
  await checkUnfinished(path, end);
  await truncate(path, end);
  return ids;
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
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

/** Every row of this command begins so. */
const BEGINNING = '{"id":';

async function checkUnfinished(path: string, start: number): Promise<void> {
  let unfinished = '';
  for await (const chunk of createReadStream(path, { start, encoding: 'utf8' }) as AsyncIterable<string>) {
    unfinished += chunk;
  }
  if (unfinished.startsWith(BEGINNING) || BEGINNING.startsWith(unfinished)) return;
  throw new UsageError(`${path} ends in something that this command did not write.`);
}

function idOf(line: string, path: string, number: number, method: ScoringMethod): RowId | null {
  let row: { id?: unknown };
  try {
    row = (JSON.parse(line) ?? {}) as typeof row;
  } catch (error) {
    throw new UsageError(`${path}, line ${number} is not JSON: ${String(error)}`);
  }
  const { id } = row;
  if (id !== null && typeof id !== 'string' && typeof id !== 'number') {
    throw new UsageError(`${path}, line ${number} has no id: it was not written by this command.`);
  }
  checkRowMethod(row, method, `${path}, line ${number}`);
  return id;
}

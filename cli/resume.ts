/** Continues an output file that an earlier run left unfinished. */
import { createReadStream } from 'node:fs';
import { stat, truncate } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Protocol } from '../src/core/protocol.js';
import type { RowId } from './input-rows.js';
import { UsageError } from './usage-error.js';

/**
 * Ids of the rows in the file, in order; none if there is no file. An incomplete last line, from a run that was killed while
 * writing, is cut off. Throws UsageError, without changing the file, if it contains
 * something else, or scores of another protocol or number of paths, which do not belong in one file.
 */
export async function keepWrittenRows(path: string, protocol: Protocol): Promise<(RowId | null)[]> {
  if (!(await exists(path))) return [];
  const end = await endOfLastLine(path);
  const ids: (RowId | null)[] = [];
  if (end > 0) {
    const whole = createReadStream(path, { end: end - 1 });
    for await (const line of createInterface({ input: whole, crlfDelay: Infinity })) {
      ids.push(idOf(line, path, ids.length + 1, protocol));
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

/** Every row of this command begins with this. */
const BEGINNING = '{"id":';

async function checkUnfinished(path: string, start: number): Promise<void> {
  let unfinished = '';
  for await (const chunk of createReadStream(path, { start, encoding: 'utf8' }) as AsyncIterable<string>) {
    unfinished += chunk;
  }
  if (unfinished.startsWith(BEGINNING) || BEGINNING.startsWith(unfinished)) return;
  throw new UsageError(`${path} ends in something that this command did not write.`);
}

function idOf(line: string, path: string, number: number, { name, search }: Protocol): RowId | null {
  let row: { id?: unknown; protocol?: unknown; paths?: unknown };
  try {
    row = (JSON.parse(line) ?? {}) as typeof row;
  } catch (error) {
    throw new UsageError(`${path}, line ${number} is not JSON: ${String(error)}`);
  }
  const { id, protocol = name, paths = search.paths } = row;
  if (protocol !== name || paths !== search.paths) {
    const [there, here] = [`${String(protocol)}, ${String(paths)} paths`, `${name}, ${search.paths} paths`];
    throw new UsageError(`--resume: ${path}, line ${number} was scored with ${there}; this run has ${here}.`);
  }
  if (id === null || typeof id === 'string' || typeof id === 'number') return id;
  throw new UsageError(`${path}, line ${number} has no id: it was not written by this command.`);
}

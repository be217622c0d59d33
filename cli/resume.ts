/** Going on with an output file that an earlier run left unfinished. */
import { createReadStream } from 'node:fs';
import { truncate } from 'node:fs/promises';
import { exactId, type RowId } from '../src/batch/row-id.js';
import { splitLines } from '../src/batch/split-lines.js';
import { LINE_START } from '../src/batch/writers/encode-jsonl.js';
import type { Protocol } from '../src/core/protocol.js';
import { UsageError } from './usage-error.js';

/** Bytes of whole lines in a file of this command, and the ids in them. */
export interface WrittenRows {
  readonly bytes: number;
  /** In order; null for a row without one. Reads the file again, a row at a time. */
  ids(): AsyncGenerator<RowId | null>;
}

/**
 * A last line without its end, left by a run that was killed while it wrote, is cut off. Throws UsageError, and leaves
 * the file alone, where it holds something else, or scores of another protocol or number of paths: those do not belong
 * in one file.
 */
export async function keepWrittenRows(path: string, protocol: Protocol): Promise<WrittenRows> {
  const bytes = await endOfLastLine(path);
  const ids = (): AsyncGenerator<RowId | null> => readIds(path, bytes, protocol);
  for await (const id of ids()) void id;
  await checkUnfinished(path, bytes);
  await truncate(path, bytes);
  return { bytes, ids };
}

async function* readIds(path: string, bytes: number, protocol: Protocol): AsyncGenerator<RowId | null> {
  if (bytes === 0) return;
  const stream = createReadStream(path, { end: bytes - 1, encoding: 'utf8' }) as AsyncIterable<string>;
  for await (const { text, line } of splitLines(stream)) yield idOf(text, path, line, protocol);
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
  if (id === null || typeof id === 'string') return id;
  const exact = typeof id === 'number' ? exactId(id, line, 'id') : undefined;
  if (exact !== undefined) return exact;
  throw new UsageError(`${path}, line ${number} has no id: it was not written by this command.`);
}

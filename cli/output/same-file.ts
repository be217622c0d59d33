/** Whether two names are one file: through a link, "./x", a hard link or a redirect. */
import type { BigIntStats } from 'node:fs';
import { fstat } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

/** A path, or a file descriptor. Undefined where there is no such file. */
export async function fileStats(file: string | number): Promise<BigIntStats | undefined> {
  try {
    return await (typeof file === 'number' ? promisify(fstat)(file, { bigint: true }) : stat(file, { bigint: true }));
  } catch (error) {
    if (['ENOENT', 'EBADF'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

/** Terminals, pipes and devices may be read and written at once; a file may not. */
export function isSameFile(a: BigIntStats | undefined, b: BigIntStats | undefined): boolean {
  return a !== undefined && b !== undefined && a.isFile() && a.dev === b.dev && a.ino === b.ino;
}

/** Also of files that are not there. */
export function isSamePath(a: string, b: string): boolean {
  return resolve(a) === resolve(b);
}

/**
 * Where rows are written. A run writes a file beside the output and renames it at the end, so that an earlier output is
 * whole until the new one is. A run that was killed leaves its rows in that file, for --resume.
 */
import { realpath } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileStats, isSameFile } from './same-file.js';
import { UsageError } from '../arguments/usage-error.js';

export interface OutputRequest {
  /** Undefined: standard input. */
  readonly input: string | undefined;
  /** Undefined: standard output. */
  readonly output: string | undefined;
  readonly resume: boolean;
}

/** What the extension of the output says. */
export type OutputFormat = 'jsonl' | 'csv';

export interface OutputPlace {
  /** Undefined: standard output. */
  readonly path: string | undefined;
  /** The name that the file gets at the end. */
  readonly renameTo: string | undefined;
  /** The file holds rows of an earlier run, and is appended to. */
  readonly continues: boolean;
}

export const UNFINISHED = '.unfinished';

export function outputFormat(output: string | undefined): OutputFormat {
  return extname(output ?? '').toLowerCase() === '.csv' ? 'csv' : 'jsonl';
}

const GO_ON = 'Add --resume to go on, or delete it.';

/** Opens nothing. Throws UsageError where the run would lose data. */
export async function outputPlace({ input, output, resume }: OutputRequest): Promise<OutputPlace> {
  const inputStats = await fileStats(input ?? 0);
  const refuseInput = async (file: string | number, name: string): Promise<void> => {
    if (isSameFile(inputStats, await fileStats(file))) throw new UsageError(`${name} is the input file. Name another.`);
  };
  if (output === undefined) {
    await refuseInput(1, 'Standard output');
    return { path: undefined, renameTo: undefined, continues: false };
  }
  const stats = await fileStats(output);
  if (stats && !stats.isFile()) return direct(output, resume);
  // A link stays a link: the file that it names is replaced.
  const target = stats ? await realpath(output) : output;
  const unfinished = `${target}${UNFINISHED}`;
  for (const file of [target, unfinished]) await refuseInput(file, `--output ${output}`);
  const left = await fileStats(unfinished);
  if (!resume && left && left.size > 0n) {
    const remedy = outputFormat(output) === 'csv' ? 'CSV cannot be continued: delete it.' : GO_ON;
    throw new UsageError(`${unfinished} has rows of a run that was stopped. ${remedy}`);
  }
  if (resume && !left && stats) return { path: target, renameTo: undefined, continues: true };
  return { path: unfinished, renameTo: target, continues: resume && left !== undefined };
}

/** A device or a pipe: there is nothing to rename. */
function direct(path: string, resume: boolean): OutputPlace {
  if (resume) throw new UsageError(`--resume needs a file; ${path} is none.`);
  return { path, renameTo: undefined, continues: false };
}

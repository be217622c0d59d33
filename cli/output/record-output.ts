/** The file of `--records`: a record of each result, for the page. */
import { type FileHandle, open } from 'node:fs/promises';
import type { RowResult } from '../../src/batch/output-row.js';
import type { InputRow } from '../../src/batch/row.js';
import { recordLine } from '../../src/batch/writers/record-line.js';
import { UsageError } from '../arguments/usage-error.js';
import { UNFINISHED } from './output-place.js';
import { fileStats, isSamePath } from './same-file.js';

/** Throws UsageError for a file that is there, or that is the output: no result is overwritten. */
export async function checkRecordsPath(records: string | undefined, output: string | undefined): Promise<void> {
  if (records === undefined) return;
  const isOutput = output !== undefined && [output, `${output}${UNFINISHED}`].some((path) => isSamePath(path, records));
  if (isOutput) throw new UsageError(`--records ${records} is the output. Name another file.`);
  if (await fileStats(records)) throw new UsageError(`--records ${records} exists. Name another file.`);
}

export class RecordOutput {
  private file: FileHandle | undefined;

  /** `path`: undefined where no records are asked for. */
  constructor(private readonly path: string | undefined) {}

  /** The file is made with the first record: a run that cannot begin leaves none. A run that stops leaves whole lines. */
  async write(row: InputRow, result: RowResult): Promise<void> {
    const line = this.path === undefined ? undefined : recordLine(row, result, new Date().toISOString());
    if (this.path === undefined || line === undefined) return;
    this.file ??= await open(this.path, 'wx');
    await this.file.appendFile(line);
  }

  async close(): Promise<void> {
    await this.file?.close();
    this.file = undefined;
  }
}

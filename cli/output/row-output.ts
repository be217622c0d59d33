/** Writes rows to their place, in the format that its name asks for. */
import { once } from 'node:events';
import { type FileHandle, open, rename } from 'node:fs/promises';
import type { OutputRow } from '../../src/batch/output-row.js';
import { CSV_START, csvLine } from '../../src/batch/writers/csv-rows.js';
import { encodeJsonl } from '../../src/batch/writers/encode-jsonl.js';
import type { OutputFormat, OutputPlace } from './output-place.js';

/** `start` is written before the first row. */
const FORMATS = {
  jsonl: { start: '', line: encodeJsonl },
  csv: { start: CSV_START, line: csvLine },
} satisfies Record<OutputFormat, { readonly start: string; readonly line: (row: OutputRow) => string }>;

export class RowOutput {
  private file: FileHandle | undefined;

  constructor(
    private readonly place: OutputPlace,
    private readonly format: OutputFormat,
  ) {}

  /** Nothing is opened before the first row: a run that cannot begin leaves no file. */
  async write(row: OutputRow): Promise<void> {
    const { path, continues } = this.place;
    const { start, line } = FORMATS[this.format];
    const text = line(row);
    if (path === undefined) {
      if (!process.stdout.write(text)) await once(process.stdout, 'drain');
      return;
    }
    if (this.file) return this.file.appendFile(text);
    this.file = await open(path, continues ? 'a' : 'w');
    await this.file.appendFile(start + text);
  }

  /** After the last row. */
  async finish(): Promise<void> {
    const { path, renameTo } = this.place;
    await this.close();
    if (path !== undefined && renameTo !== undefined) await rename(path, renameTo);
  }

  /** The file that holds rows of this run, where it does not end well. */
  get unfinished(): string | undefined {
    const { path, renameTo, continues } = this.place;
    return this.file && (continues || renameTo !== undefined) ? path : undefined;
  }

  async close(): Promise<void> {
    await this.file?.close();
    this.file = undefined;
  }
}

/** Writes rows to their place. */
import { once } from 'node:events';
import { type FileHandle, open, rename } from 'node:fs/promises';
import type { OutputPlace } from './output-place.js';

export class RowOutput {
  private file: FileHandle | undefined;

  constructor(private readonly place: OutputPlace) {}

  /** Nothing is opened before the first row: a run that cannot begin leaves no file. */
  async write(line: string): Promise<void> {
    const { path, continues } = this.place;
    if (path === undefined) {
      if (!process.stdout.write(line)) await once(process.stdout, 'drain');
      return;
    }
    this.file ??= await open(path, continues ? 'a' : 'w');
    await this.file.appendFile(line);
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

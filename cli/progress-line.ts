/** Progress of the run: one updated line on a terminal, one line per row in a log. */
import type { WriteStream } from 'node:tty';

const ERASE_LINE = '\r\x1b[K';

export class ProgressLine {
  private row = 0;

  constructor(private readonly stream: Pick<WriteStream, 'write' | 'isTTY'>) {}

  show(row: number, phase: string): void {
    if (this.stream.isTTY) this.stream.write(`${ERASE_LINE}Row ${row}: ${phase}`);
    else if (row !== this.row) this.stream.write(`Row ${row}\n`);
    this.row = row;
  }

  end(): void {
    if (this.stream.isTTY) this.stream.write(ERASE_LINE);
  }
}

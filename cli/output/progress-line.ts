/** Progress of the run: one updated line on a terminal, one line per row in a log. */
import type { WriteStream } from 'node:tty';

export const ERASE_LINE = '\r\x1b[K';

export class ProgressLine {
  private row = 0;

  /** `total`: rows of the input, where it is known. */
  constructor(
    private readonly stream: Pick<WriteStream, 'write' | 'isTTY'>,
    private readonly total?: number,
  ) {}

  show(row: number, phase: string): void {
    const place = this.total === undefined ? `Row ${row}` : `Row ${row} of ${this.total}`;
    if (this.stream.isTTY) this.stream.write(`${ERASE_LINE}${place}: ${phase}`);
    else if (row !== this.row) this.stream.write(`${place}\n`);
    this.row = row;
  }

  end(): void {
    if (this.stream.isTTY) this.stream.write(ERASE_LINE);
  }
}

/** What happens when standard output takes no more rows. */
import { ERASE_LINE } from './progress-line.js';

export function endOnOutputFault(): void {
  process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    // A reader that has enough, such as head, closes the pipe.
    if (code === 'EPIPE') process.exit(0);
    process.stderr.write(
      `${process.stderr.isTTY ? ERASE_LINE : ''}Standard output cannot be written: ${message}. ` +
        'If it is a file, the rows before are in it: --output FILE --resume goes on behind them.\n',
      () => process.exit(2),
    );
  });
}

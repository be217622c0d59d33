/** `npx quals score`: QUALS of many summaries. */
import { createReadStream } from 'node:fs';
import { countRows } from '../src/batch/count-rows.js';
import { InputError } from '../src/batch/input-fault.js';
import { readRows } from '../src/batch/read-rows.js';
import { OtherInputError, type RowCounts, runBatch } from '../src/batch/run-batch.js';
import type { RowId } from '../src/batch/row-id.js';
import { encodeJsonl } from '../src/batch/writers/encode-jsonl.js';
import { QualsError } from '../src/core/errors.js';
import { HELP, parseArguments, type ScoreArguments } from './arguments.js';
import { inputFaultWords } from './input-fault-words.js';
import { openSession } from './open-session.js';
import { type OutputPlace, outputPlace } from './output-place.js';
import { ProgressLine } from './progress-line.js';
import { keepWrittenRows } from './resume.js';
import { RowOutput } from './row-output.js';
import { fileStats } from './same-file.js';
import { UsageError } from './usage-error.js';

async function main(args: readonly string[]): Promise<number> {
  const options = parseArguments(args);
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const { scored, unscorable, failed } = await run(options).catch((error: unknown) => {
    if (error instanceof InputError) throw new UsageError(inputFaultWords(error.fault, options.input));
    throw error;
  });
  process.stderr.write(`${scored} scored, ${unscorable} unscorable, ${failed} failed.\n`);
  return failed > 0 ? 1 : 0;
}

async function run(options: ScoreArguments): Promise<RowCounts> {
  const { input, format, keys } = options;
  const place = await outputPlace(options);
  const rows = () => readRows(input === undefined ? process.stdin : createReadStream(input), format, keys);
  const total = (await canReadTwice(input)) ? await countRows(rows()) : undefined;
  const written = await writtenIds(place, options);
  const output = new RowOutput(place);
  const progress = new ProgressLine(process.stderr, total);
  try {
    const counts = await runBatch(rows(), written, () => openSession(options), {
      onRow: (row) => output.write(encodeJsonl(row)),
      onProgress: (row, phase) => {
        progress.show(row, phase);
      },
    });
    await output.finish();
    return counts;
  } finally {
    progress.end();
    await output.close();
  }
}

/** A pipe gives its bytes once. */
async function canReadTwice(input: string | undefined): Promise<boolean> {
  return input !== undefined && ((await fileStats(input))?.isFile() ?? true);
}

async function writtenIds(
  { path, continues }: OutputPlace,
  { protocol }: ScoreArguments,
): Promise<AsyncIterable<RowId | null>> {
  if (path === undefined || !continues) return none();
  return (await keepWrittenRows(path, protocol)).ids();
}

async function* none(): AsyncGenerator<never> {
  // No earlier rows.
}

// A reader that has enough, such as head, closes the pipe.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  process.exit(code === 'EPIPE' ? 0 : 2);
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const known = [UsageError, OtherInputError, QualsError].some((kind) => error instanceof kind) || isSystemError(error);
  process.stderr.write(`${known ? (error as Error).message : String((error as Error).stack ?? error)}\n`);
  process.exitCode = 2;
}

/** A file that is missing, a folder in its place, a full disk: the message says all. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

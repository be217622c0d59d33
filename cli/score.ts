/** `npx quals score`: QUALS of many summaries. */
import { createReadStream } from 'node:fs';
import { countRows } from '../src/batch/count-rows.js';
import { rowsAhead } from '../src/batch/jobs/share-rows.js';
import type { OutputRow, RowResult } from '../src/batch/output-row.js';
import { addReferences } from '../src/batch/references/add-references.js';
import { readRows } from '../src/batch/read-rows.js';
import { type BatchSession, type RowCounts, runBatch, type WrittenRow } from '../src/batch/run-batch.js';
import type { InputRow } from '../src/batch/row.js';
import { HELP, parseArguments, type ScoreArguments } from './arguments/arguments.js';
import { errorWords } from './arguments/error-words.js';
import { type JobsSession, openJobs } from './jobs/open-jobs.js';
import { endOnOutputFault } from './output/output-fault.js';
import { outputFormat, type OutputPlace, outputPlace } from './output/output-place.js';
import { ProgressLine } from './output/progress-line.js';
import { keepWrittenRows } from './output/resume.js';
import { checkRecordsPath, RecordOutput } from './output/record-output.js';
import { RowOutput } from './output/row-output.js';
import { fileStats } from './output/same-file.js';
import { UsageError } from './arguments/usage-error.js';

async function main(args: readonly string[]): Promise<number> {
  let input: string | undefined;
  try {
    const options = parseArguments(args);
    input = options.input;
    return await score(options);
  } catch (error) {
    process.stderr.write(`${errorWords(error, input)}\n`);
    return 2;
  }
}

async function score(options: ScoreArguments): Promise<number> {
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const { scored, unscorable, failed, kept } = await run(options);
  const earlier = kept > 0 ? ` Rows kept from the earlier run: ${kept}.` : '';
  process.stderr.write(`${scored} scored, ${unscorable} unscorable, ${failed} failed.${earlier}\n`);
  return failed > 0 ? 1 : 0;
}

async function run(options: ScoreArguments): Promise<RowCounts> {
  const { input, format, keys, keepBadRows } = options;
  const place = await outputPlace(options);
  await checkRecordsPath(options.records, options.output);
  const inputRows = () =>
    readRows(input === undefined ? process.stdin : createReadStream(input), format, keys, keepBadRows);
  const rows = () => (options.scoreReferences ? addReferences(inputRows()) : inputRows());
  const total = (await canReadTwice(input)) ? await countRows(rows()) : undefined;
  if (options.scoreReferences && total !== undefined && total === (await countRows(inputRows()))) {
    throw new UsageError(`No row has a reference under "${keys.reference}". Name it with --reference-key.`);
  }
  // More processes than rows would read the model in vain.
  const jobs = Math.max(1, Math.min(options.jobs, total ?? Infinity));
  // Opened once: --resume needs its method before the first row.
  let opened: Promise<JobsSession> | undefined;
  const session = (): Promise<BatchSession> => (opened ??= openJobs(options, jobs));
  const written = await writtenRows(place, options, session);
  const output = new RowOutput(place, outputFormat(options.output));
  const records = new RecordOutput(options.records);
  const progress = new ProgressLine(process.stderr, total);
  try {
    const listener = {
      onResult: (row: InputRow, result: RowResult) => records.write(row, result),
      onRow: (row: OutputRow) => output.write(row),
      onProgress: (row: number, phase: string) => {
        progress.show(row, phase);
      },
    };
    const counts = await runBatch(rows(), written, session, listener, rowsAhead(jobs));
    await output.finish();
    return counts;
  } catch (error) {
    if (output.unfinished === undefined) throw error;
    const remedy = outputFormat(options.output) === 'csv' ? '.' : '; --resume goes on behind them.';
    throw new UsageError(`${errorWords(error, input)}\nThe rows before are in ${output.unfinished}${remedy}`, {
      cause: error,
    });
  } finally {
    progress.end();
    await output.close();
    await records.close();
    await opened?.then(
      ({ close }) => close(),
      () => undefined,
    );
    // Rows that were read ahead may still be awaited.
    if (input === undefined) process.stdin.destroy();
  }
}

/** A pipe gives its bytes once. */
async function canReadTwice(input: string | undefined): Promise<boolean> {
  return input !== undefined && ((await fileStats(input))?.isFile() ?? true);
}

async function writtenRows(
  { path, continues }: OutputPlace,
  { firstLook, compare }: ScoreArguments,
  session: () => Promise<BatchSession>,
): Promise<AsyncIterable<WrittenRow>> {
  if (path === undefined || !continues) return none();
  const { method } = await session();
  return (await keepWrittenRows(path, method, { firstLook, compare })).rows();
}

async function* none(): AsyncGenerator<never> {
  // No earlier rows.
}

endOnOutputFault();
process.exitCode = await main(process.argv.slice(2));

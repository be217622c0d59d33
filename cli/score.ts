/** `npm run score`: QUALS of many summaries, JSONL in, JSONL out. */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { QualsError } from '../src/core/errors.js';
import type { QAGenModel } from '../src/core/qagen-model.js';
import { HELP, parseArguments, type ScoreArguments } from './arguments.js';
import { openNativeModel } from './open-native-model.js';
import { ProgressLine } from './progress-line.js';
import { keepWrittenRows } from './resume.js';
import { type RowCounts, scoreRows } from './score-rows.js';
import { UsageError } from './usage-error.js';

async function main(args: readonly string[]): Promise<number> {
  const options = parseArguments(args);
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const { scored, unscorable, failed } = await run(options);
  process.stderr.write(`${scored} scored, ${unscorable} unscorable, ${failed} failed.\n`);
  return failed > 0 ? 1 : 0;
}

async function run(options: ScoreArguments): Promise<RowCounts> {
  const { input, output, resume, protocol } = options;
  const source = input === undefined ? process.stdin : createReadStream(input);
  if (input !== undefined) await once(source, 'open');
  const written = resume && output !== undefined ? await keepWrittenRows(output, protocol) : [];
  const model = await openModel(options);
  // Only now, so that a run that cannot start does not empty an earlier output.
  const file = output === undefined ? undefined : await open(output, resume ? 'a' : 'w');
  const progress = new ProgressLine(process.stderr);
  try {
    return await scoreRows(model, protocol, createInterface({ input: source, crlfDelay: Infinity }), written, {
      onRow: async (row) => {
        const line = `${JSON.stringify(row)}\n`;
        await (file ? file.appendFile(line) : writeOut(line));
      },
      onProgress: (row, phase) => {
        progress.show(row, phase);
      },
    });
  } finally {
    progress.end();
    await file?.close();
  }
}

async function openModel({ model, generic }: ScoreArguments): Promise<QAGenModel> {
  if (!generic) return openNativeModel(model);
  // Only now, because the project's own model does not need this library.
  const { openGenericModel } = await import('../src/inference/generic/open-generic-model.js');
  return openGenericModel(generic);
}

async function writeOut(line: string): Promise<void> {
  if (!process.stdout.write(line)) await once(process.stdout, 'drain');
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const known = error instanceof UsageError || error instanceof QualsError || isSystemError(error);
  process.stderr.write(`${known ? (error as Error).message : String((error as Error).stack ?? error)}\n`);
  process.exitCode = 2;
}

/** A missing file, a folder in its place, a full disk: the message says all. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

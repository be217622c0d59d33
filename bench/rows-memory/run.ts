/**
 * `npm run bench:rows-memory`: peak memory over 10,000 rows (100 MB), of the command's pipeline and of the page's reader. A fake scorer
 * takes the model's place, so that only the pipeline is measured: the model's memory comes on top and does not depend on the number
 * of rows. Prints a table. Needs 400 MB of disk for a minute.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { megabytes } from '../../src/text/numbers.js';
import { writeRows } from './write-rows.js';

const ROWS = 10_000;
const run = promisify(execFile);

const folder = await mkdtemp(join(tmpdir(), 'quals-memory-'));
try {
  process.stdout.write(`| pipeline | input | at the start | 1,000 rows | 10,000 rows |\n|---|---|--:|--:|--:|\n`);
  for (const format of ['jsonl', 'csv'] as const) {
    const file = join(folder, `rows.${format}`);
    await writeRows(file, format, ROWS);
    const { size } = await stat(file);
    for (const pipeline of ['command', 'page']) {
      const measured = await run('npx', ['tsx', 'bench/rows-memory/measure.ts', pipeline, format, file]);
      const peaks = Object.values(JSON.parse(measured.stdout) as Record<string, number>).map(megabytes);
      process.stdout.write(`| ${pipeline} | ${format}, ${megabytes(size)} | ${peaks.join(' | ')} |\n`);
    }
    await rm(file);
    await rm(`${file}.scores`);
  }
} finally {
  await rm(folder, { recursive: true });
}

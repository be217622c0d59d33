import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseArguments } from '../arguments/arguments.js';
import { JobProcess } from './job-process.js';

/** Opens, and is killed by its first row, as by a system that has no memory left. */
const DIES = `process.on('message', ({ kind }) => {
  if (kind === 'open') process.send({ kind: 'opened', method: {} });
  else process.kill(process.pid, 'SIGKILL');
});`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quals-job-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a job that dies', () => {
  it('is one error with its row, for the rows after it too', async () => {
    const command = join(folder, 'dies.cjs');
    await writeFile(command, DIES);
    const session = await new JobProcess('Job 2 of 4', command).open(parseArguments([]));
    const score = (id: bigint) => session.score({ id, source: 'a', summary: 'b', line: 1 }, () => undefined);
    const words = /^Job 2 of 4 ended while it scored row 12345678901234567891 \(SIGKILL\)\. .*fewer jobs/;
    await expect(score(12345678901234567891n)).rejects.toThrow(words);
    await expect(score(2n)).rejects.toThrow(words);
  });

  it('is an error before the first row too', async () => {
    const command = join(folder, 'ends.cjs');
    await writeFile(command, 'process.exit(3);');
    await expect(new JobProcess('Job 1 of 2', command).open(parseArguments([]))).rejects.toThrow(
      /^Job 1 of 2 ended while it started \(exit code 3\)/,
    );
  });
});

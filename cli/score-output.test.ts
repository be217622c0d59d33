/** Nothing that a person has is lost: the input, an earlier output, the rows of a run that was stopped. */
import { exec } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outputRows, runScore, SOURCE, startScore, TINY } from './testing/run-score.js';

const row = (id: string): string =>
  `${JSON.stringify({ id, source: SOURCE, summary: 'Tom sold 12 houses in Paris on Friday.' })}\n`;
const INPUT = row('a') + row('b');

let folder: string;
let input: string;
let output: string;
let unfinished: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quals-output-'));
  input = join(folder, 'pairs.jsonl');
  output = join(folder, 'scores.jsonl');
  unfinished = `${output}.unfinished`;
  await writeFile(input, INPUT);
});
afterEach(() => rm(folder, { recursive: true }));

const score = (...more: readonly string[]) => runScore([...TINY, '--input', input, '--output', output, ...more]);
const idsIn = async (path: string): Promise<unknown> => outputRows(await readFile(path, 'utf8')).map(({ id }) => id);

describe('the input file', () => {
  it('is not the output, by a link or a redirect either', async () => {
    await symlink(input, output);
    expect(await score()).toEqual({
      code: 2,
      stdout: '',
      stderr: `--output ${output} is the input file. Name another.\n`,
    });
    const append = `"${process.execPath}" cli/quals.js score --input "${input}" >> "${input}"`;
    await expect(promisify(exec)(append)).rejects.toMatchObject({ code: 2 });
    expect(await readFile(input, 'utf8')).toBe(INPUT);
  });
});

describe('an earlier output', () => {
  it('is whole until the new one is, which replaces it, through a link too', async () => {
    await writeFile(output, 'earlier\n');
    const name = join(folder, 'latest.jsonl');
    await symlink(output, name);
    const { child, ended } = startScore([...TINY, '--output', name]);
    child.stdin.write(row('a'));
    await new Promise((resolve) => child.stderr.once('data', resolve));
    expect(await readFile(output, 'utf8')).toBe('earlier\n');
    child.stdin.end(row('b'));
    expect((await ended).code).toBe(0);
    expect(await idsIn(output)).toEqual(['a', 'b']);
    expect((await readdir(folder)).sort()).toEqual(['latest.jsonl', 'pairs.jsonl', 'scores.jsonl']);
  });

  it('survives an empty input', async () => {
    await writeFile(output, 'earlier\n');
    expect((await runScore([...TINY, '--output', output])).code).toBe(2);
    expect(await readFile(output, 'utf8')).toBe('earlier\n');
    expect(await readdir(folder)).not.toContain('scores.jsonl.unfinished');
  });
});

const BASH = '/bin/bash';

describe.skipIf(!existsSync(BASH))('standard output', () => {
  /** With pipefail the exit code is the command's, not that of what reads it. */
  const into = (place: string) =>
    promisify(exec)(
      `set -o pipefail; "${process.execPath}" cli/quals.js score ${TINY.join(' ')} --input "${input}" ${place}`,
      { shell: BASH },
    );

  it.skipIf(!existsSync('/dev/full'))('on a full disk: says so, and how to go on', async () => {
    await expect(into('> /dev/full')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /^Standard output cannot be written: ENOSPC.*: --output FILE --resume goes on behind them\.$/m,
      ) as string,
    });
  });

  it('ends without a word where its reader has enough', async () => {
    // More rows than are scored before head is gone.
    await writeFile(input, Array.from({ length: 300 }, (_, index) => row(String(index))).join(''));
    const { stderr } = await into('| head -c 1');
    expect(stderr).toMatch(/^(Row \d+ of 300\n)+$/);
    expect(stderr).not.toContain('Row 300 of 300');
  });
});

describe('a run that was stopped', () => {
  /** Ends after the first row, as if killed. */
  const stop = async (): Promise<void> => {
    const { child, ended } = startScore([...TINY, '--output', output]);
    child.stdin.write(row('a'));
    while (!(await readFile(unfinished, 'utf8').catch(() => '')).includes('\n')) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    child.kill('SIGKILL');
    await ended;
  };

  it('leaves its rows, which only --resume touches, and goes on to the same file', async () => {
    await score();
    const whole = await readFile(output, 'utf8');
    await stop();
    const left = await readFile(unfinished, 'utf8');
    expect(whole.startsWith(left)).toBe(true);

    const again = await score();
    expect(again.code).toBe(2);
    expect(again.stderr).toBe(
      `${unfinished} has rows of a run that was stopped. Add --resume to go on, or delete it.\n`,
    );
    expect(await readFile(unfinished, 'utf8')).toBe(left);

    expect((await score('--resume')).code).toBe(0);
    expect(await readFile(output, 'utf8')).toBe(whole);
    expect((await readdir(folder)).sort()).toEqual(['pairs.jsonl', 'scores.jsonl']);
  });

  it('is finished where only its last step was missing', async () => {
    await score();
    const whole = await readFile(output, 'utf8');
    await writeFile(unfinished, whole);
    await rm(output);
    const { code, stderr } = await score('--resume');
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: '2 scored, 0 unscorable, 0 failed. Rows kept from the earlier run: 2.\n',
    });
    expect(await readFile(output, 'utf8')).toBe(whole);
    expect(await readdir(folder)).not.toContain('scores.jsonl.unfinished');
  });

  it('keeps its rows where standard input breaks, and says where they are', async () => {
    const text = Buffer.concat([Buffer.from(row('a')), Buffer.from('{"id": "\xe9"}\n', 'latin1')]);
    const { child, ended } = startScore([...TINY, '--output', output]);
    child.stdin.write(row('a'));
    await new Promise((resolve) => child.stderr.once('data', resolve));
    child.stdin.end(text.subarray(row('a').length));
    const { code, stderr } = await ended;
    expect(code).toBe(2);
    expect(stderr).toContain('Standard input, line 2 is not UTF-8');
    expect(stderr).toContain(`The rows before are in ${unfinished}; --resume goes on behind them.`);
    expect(await idsIn(unfinished)).toEqual(['a']);
  });
});

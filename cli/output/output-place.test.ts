import { link, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outputPlace } from './output-place.js';
import { UsageError } from '../arguments/usage-error.js';

let folder: string;
let input: string;
let output: string;
let unfinished: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'quals-place-')));
  input = join(folder, 'pairs.jsonl');
  output = join(folder, 'scores.jsonl');
  unfinished = `${output}.unfinished`;
  await writeFile(input, '{}\n');
});
afterEach(() => rm(folder, { recursive: true }));

describe('outputPlace', () => {
  it.each<[string, () => Promise<string>]>([
    ['by its name', async () => input],
    ['by another path', async () => `${folder}/../${basename(folder)}/./pairs.jsonl`],
    [
      'by a link',
      async () => {
        await symlink(input, output);
        return output;
      },
    ],
    [
      'by a hard link',
      async () => {
        await link(input, output);
        return output;
      },
    ],
    [
      'as the unfinished file',
      async () => {
        await link(input, unfinished);
        return output;
      },
    ],
  ])('refuses the input file %s', async (_, name) => {
    const path = await name();
    for (const resume of [false, true]) {
      const place = outputPlace({ input, output: path, resume });
      await expect(place).rejects.toThrow(UsageError);
      await expect(place).rejects.toThrow(`--output ${path} is the input file. Name another.`);
    }
  });

  it('is a new file beside the output', async () => {
    const wanted = { path: unfinished, renameTo: output, continues: false };
    for (const resume of [false, true]) expect(await outputPlace({ input, output, resume })).toEqual(wanted);
    await writeFile(output, '{}\n');
    await writeFile(unfinished, '');
    expect(await outputPlace({ input, output, resume: false })).toEqual(wanted);
  });

  it('keeps a link: the file behind it is replaced', async () => {
    await writeFile(output, '{}\n');
    const name = join(folder, 'latest.jsonl');
    await symlink(output, name);
    expect(await outputPlace({ input, output: name, resume: false })).toMatchObject({ renameTo: output });
  });

  it('goes on with the unfinished file, or else with the output', async () => {
    await writeFile(output, '{}\n');
    const resumed = () => outputPlace({ input, output, resume: true });
    expect(await resumed()).toEqual({ path: output, renameTo: undefined, continues: true });
    await writeFile(unfinished, '{}\n');
    expect(await resumed()).toEqual({ path: unfinished, renameTo: output, continues: true });
  });

  it('does not write over rows of a run that was stopped', async () => {
    await writeFile(unfinished, '{}\n');
    await expect(outputPlace({ input, output, resume: false })).rejects.toThrow(/Add --resume to go on, or delete it/);
  });

  it('writes a device directly, and has nothing to go on with', async () => {
    const wanted = { path: '/dev/null', renameTo: undefined, continues: false };
    expect(await outputPlace({ input, output: '/dev/null', resume: false })).toEqual(wanted);
    await expect(outputPlace({ input, output: '/dev/null', resume: true })).rejects.toThrow(/needs a file/);
  });
});

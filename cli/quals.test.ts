/** The command as npm's users start it: standard output holds what the command writes, and nothing of npm. */
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { HELP } from './arguments/arguments.js';

const execute = promisify(execFile);

describe('quals', () => {
  it('starts with npx', async () => {
    const { stdout } = await execute('npx', ['quals', 'score', '--help']);
    expect(stdout).toBe(HELP);
  });

  it('starts in any folder', async () => {
    const { stdout } = await execute(process.execPath, [resolve('cli/quals.js'), 'score', '--help'], { cwd: tmpdir() });
    expect(stdout).toBe(HELP);
  });

  it('says how it is used', async () => {
    await expect(execute(process.execPath, ['cli/quals.js', 'help'])).rejects.toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('Usage: quals score') as string,
    });
  });
});

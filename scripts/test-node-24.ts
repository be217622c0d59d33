/**
 * Runs the command's tests on Node 24, which splits lines, resolves modules and prints errors in other ways than Node 20.
 * The binary comes from npm (package node-<platform>-<arch>, 120 MB) and is kept in .cache/.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const VERSION = '24.22.3';

const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const folder = `.cache/node-${VERSION}`;
const node = `${folder}/node_modules/${name}/bin/node${process.platform === 'win32' ? '.exe' : ''}`;

function run(command: string, args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(node)) {
  run('npm', ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', `${name}@${VERSION}`]);
}
const tests =
  process.argv.length > 2 ? process.argv.slice(2) : ['cli/', 'src/batch/', '--exclude', 'cli/agreement.test.ts'];
run(node, ['node_modules/vitest/vitest.mjs', 'run', ...tests]);

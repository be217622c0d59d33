/** The command itself, as a person starts it, with the tiny model. */
import { spawn } from 'node:child_process';
import type { OutputRow } from '../../src/batch/output-row.js';

export const TINY = ['--model', 'public/models/tiny', '--paths', '6'];
export const SOURCE = 'Tom sold 12 houses in Paris on Friday. Anna bought 93 books in Berlin.';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function runScore(args: readonly string[], stdin: string | Uint8Array = ''): Promise<Ended> {
  const { child, ended } = startScore(args);
  child.stdin.end(stdin);
  return ended;
}

export function startScore(args: readonly string[]) {
  const child = spawn(process.execPath, ['cli/quals.js', 'score', ...args]);
  const ended = new Promise<Ended>((resolve, reject) => {
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, stdout, stderr });
    });
    // Where the command ends before it has read all.
    child.stdin.on('error', () => undefined);
  });
  return { child, ended };
}

export function outputRows(text: string): OutputRow[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as OutputRow);
}

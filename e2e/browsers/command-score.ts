/** Vitest's global setup: the score command says which number every browser must show. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { ARTICLE, SUMMARY } from './journey-texts.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** QUALS with the quick preset, to the last digit that the page shows. */
    commandScore: string;
  }
}

export default async function setup({ provide }: TestProject): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'quals-browsers-'));
  const [input, output] = [join(folder, 'input.jsonl'), join(folder, 'output.jsonl')];
  await writeFile(input, `${JSON.stringify({ id: 'planet', source: ARTICLE, summary: SUMMARY })}\n`);
  await promisify(execFile)('npx', ['tsx', 'cli/score.ts', '--paths', '20', '--input', input, '--output', output]);
  const { quals } = JSON.parse(await readFile(output, 'utf8')) as { quals: number };
  await rm(folder, { recursive: true });
  provide('commandScore', quals.toFixed(3));
}

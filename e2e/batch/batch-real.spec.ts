/**
 * A batch with the shipped model: six short rows of two articles, the tab closed in the middle and resumed, and the numbers of
 * the command. Six rows, since a row takes 5 to 20 seconds on two slow cores, and each is scored twice.
 */
import { expect, test } from '@playwright/test';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bodyRows, pasteRows } from './open-batch.js';

const FERRY =
  'The ferry Linnea ran aground outside Torvik on Tuesday. All 84 passengers were taken off by the coastguard.';
const BRIDGE =
  'The bridge at Holm closes for repairs from May to August. The town pays 2 million kroner for a bus instead.';

const ROWS = [
  { id: 1, source: FERRY, summary: 'The ferry Linnea ran aground outside Torvik.' },
  { id: 2, source: BRIDGE, summary: 'The bridge at Holm closes from May to August.' },
  { id: 3, source: FERRY, summary: 'The ferry Linnea ran aground outside Bergen.' },
  { id: 4, source: BRIDGE, summary: 'The bridge at Holm closes from June to October.' },
  { id: 5, source: FERRY, summary: 'All 48 passengers were taken off the ferry Linnea.' },
  { id: 6, source: BRIDGE, summary: 'The town pays 9 million kroner for a bus.' },
];
const JSONL = ROWS.map((row) => JSON.stringify(row)).join('\n');
const TOLERANCE = 0.02;

interface Scored {
  readonly id: number;
  readonly quals: number | null;
}

async function scoreByCommand(): Promise<readonly Scored[]> {
  const folder = await mkdtemp(join(tmpdir(), 'quals-batch-'));
  try {
    const input = join(folder, 'rows.jsonl');
    await writeFile(input, JSONL);
    const { stdout } = await promisify(execFile)('npx', ['tsx', 'cli/score.ts', '--input', input]);
    return linesOf(stdout);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function linesOf(text: string): readonly Scored[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Scored);
}

test('six rows, the tab closed in the middle, with the numbers of the command', async ({ context }) => {
  test.setTimeout(1_200_000);
  const first = await context.newPage();
  await first.goto('./#batch');
  await pasteRows(first, JSONL);
  await first.getByRole('button', { name: 'Use these columns' }).click();
  await first.getByRole('button', { name: 'Score 6 rows' }).click();
  await expect(first.getByRole('heading', { level: 1 })).toHaveText(/^[2-5] of 6 summaries are done\.$/, {
    timeout: 400_000,
  });
  await first.close();

  const second = await context.newPage();
  await second.goto('./#batch');
  await second.getByRole('button', { name: 'Open Pasted rows' }).click();
  const heading = second.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(/^[2-5] of 6 summaries are done\.$/);
  await second.getByRole('button', { name: /^Go on with \d rows?$/ }).click();
  await expect(heading).toHaveText('All 6 summaries are done.', { timeout: 400_000 });
  await expect(bodyRows(second)).toHaveCount(6);
  const [saved] = await Promise.all([
    second.waitForEvent('download'),
    second.getByRole('button', { name: 'Export 6 rows as JSON Lines' }).click(),
  ]);
  const found = linesOf(await readFile(await saved.path(), 'utf8'));
  await second.close();

  const wanted = await scoreByCommand();
  expect(found.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
  for (const [place, { quals }] of wanted.entries()) {
    expect(quals).not.toBeNull();
    expect(Math.abs((found[place]?.quals ?? Number.NaN) - (quals ?? Number.NaN))).toBeLessThan(TOLERANCE);
  }
});

/**
 * A batch with the shipped model: twenty short rows of five articles, the tab closed in the middle and resumed, and the numbers of
 * the command. With the quick preset (20 paths): each row is scored twice.
 */
import { expect } from '@playwright/test';
import { test } from '../page-test.js';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PRESETS } from '../../src/core/protocol.js';
import { bodyRows, pasteRows } from './open-batch.js';

/** Of each article four summaries: two that it supports, and the same two with one fact changed. */
const ARTICLES: Readonly<Record<string, readonly [string, string, string, string]>> = {
  'The ferry Linnea ran aground outside Torvik on Tuesday. All 84 passengers were taken off by the coastguard.': [
    'The ferry Linnea ran aground outside Torvik.',
    'All 84 passengers were taken off the ferry.',
    'The ferry Linnea ran aground outside Bergen.',
    'All 48 passengers were taken off the ferry.',
  ],
  'The bridge at Holm closes for repairs from May to August. The town pays 2 million kroner for a bus instead.': [
    'The bridge at Holm closes from May to August.',
    'The town pays 2 million kroner for a bus.',
    'The bridge at Holm closes from June to October.',
    'The town pays 9 million kroner for a bus.',
  ],
  'Maria Lund won the race in Oslo on Sunday in 31 minutes. Her sister Anna came third.': [
    'Maria Lund won the race in Oslo on Sunday.',
    'Her sister Anna came third.',
    'Maria Lund won the race in Paris on Sunday.',
    'Her sister Anna came second.',
  ],
  'A storm cut the power in the town of Vik for six hours. The school was closed on Friday.': [
    'A storm cut the power in Vik for six hours.',
    'The school in Vik was closed on Friday.',
    'A storm cut the power in Vik for two days.',
    'The hospital in Vik was closed on Friday.',
  ],
  'The museum in Lier bought a painting by Munch for 3 million kroner. It opens a new room in March.': [
    'The museum in Lier bought a painting by Munch.',
    'The museum in Lier opens a new room in March.',
    'The museum in Lier bought a painting by Picasso.',
    'The museum in Lier opens a new room in July.',
  ],
};

/** Summaries of one article are not one after another in the input: the page puts them together, the command keeps the order. */
const ROWS = [0, 1, 2, 3].flatMap((place) =>
  Object.entries(ARTICLES).map(([source, summaries], article) => ({
    id: place * 5 + article + 1,
    source,
    summary: summaries[place] ?? '',
  })),
);
const JSONL = ROWS.map((row) => JSON.stringify(row)).join('\n');
const TOLERANCE = 0.02;
const HALF_DONE = /^(8|9|1[0-6]) of 20 summaries are done\.$/;

interface Scored {
  readonly id: number;
  readonly quals: number | null;
}

async function scoreByCommand(): Promise<readonly Scored[]> {
  const folder = await mkdtemp(join(tmpdir(), 'quals-batch-'));
  try {
    const input = join(folder, 'rows.jsonl');
    await writeFile(input, JSONL);
    const { stdout } = await promisify(execFile)('npx', [
      'tsx',
      'cli/score.ts',
      '--input',
      input,
      '--paths',
      String(PRESETS.quick.paths),
    ]);
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

test('twenty rows, the tab closed in the middle, with the numbers of the command', async ({ context }) => {
  test.setTimeout(2_400_000);
  const first = await context.newPage();
  await first.goto('./');
  await first.getByText('Settings', { exact: true }).click();
  await first.getByRole('radio', { name: '20 paths (quick)' }).check({ force: true });
  await first.getByRole('navigation').getByRole('link', { name: 'Batch' }).click();
  await pasteRows(first, JSONL);
  await first.getByRole('button', { name: 'Use these columns' }).click();
  await first.getByRole('button', { name: 'Score 20 rows' }).click();
  await expect(first.getByRole('heading', { level: 1 })).toHaveText(HALF_DONE, {
    timeout: 800_000,
  });
  await first.close();

  const second = await context.newPage();
  await second.goto('./#batch');
  await second.getByRole('button', { name: 'Open Pasted rows' }).click();
  const heading = second.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(HALF_DONE);
  await second.getByRole('button', { name: /^Go on with \d+ rows$/ }).click();
  await expect(heading).toHaveText('All 20 summaries are done.', { timeout: 800_000 });
  await expect(bodyRows(second)).toHaveCount(20);
  const [saved] = await Promise.all([
    second.waitForEvent('download'),
    second.getByRole('button', { name: 'Export 20 rows as JSON Lines' }).click(),
  ]);
  const found = linesOf(await readFile(await saved.path(), 'utf8'));
  await second.close();

  const wanted = await scoreByCommand();
  expect(found.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
  for (const [place, { quals }] of wanted.entries()) {
    expect(quals).not.toBeNull();
    const difference = Math.abs((found[place]?.quals ?? Number.NaN) - (quals ?? Number.NaN));
    expect(difference, `row ${place + 1}`).toBeLessThan(TOLERANCE);
  }
});

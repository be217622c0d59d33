/** `quals score --compare`: the measures that QUALS is compared with, beside each score. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { outputRows, runScore, SOURCE, TINY } from './testing/run-score.js';

const SUMMARY = 'Tom sold 12 houses in Paris on Friday.';
const ROWS = [
  { id: 'a', source: SOURCE, summary: SUMMARY, reference: 'Anna sold 12 houses.' },
  { id: 'b', source: SOURCE, summary: SUMMARY, reference: null },
  { id: 'c', source: SOURCE, summary: SUMMARY, reference: ['one', 'two'] },
];
const INPUT = ROWS.map((row) => JSON.stringify(row)).join('\n');

it('adds ROUGE, agreement and log p; ROUGE against a reference where the row has one', async () => {
  const { code, stdout, stderr } = await runScore([...TINY, '--compare'], INPUT);
  const [a, b, c] = outputRows(stdout);
  // Article: 14 words. Summary: 8, all of them the first of the article. So precision is 1 and recall 8/14 or 7/13.
  expect(a?.rouge?.rouge1).toBeCloseTo((2 * 8) / 22, 12);
  expect(a?.rouge?.rouge2).toBeCloseTo((2 * 7) / 20, 12);
  expect(a?.rouge?.rougeL).toBeCloseTo((2 * 8) / 22, 12);
  // "sold 12 houses" of 8 and 4 words.
  expect(a?.referenceRouge?.rouge1).toBeCloseTo(0.5, 12);
  expect(a?.agreement === null || (a?.agreement ?? -1) >= 0).toBe(true);
  expect(a?.sourceLogProb).toBeLessThan(0);
  expect(b).toMatchObject({ outcome: 'scored', quals: a?.quals, rouge: a?.rouge, agreement: a?.agreement });
  expect(b).not.toHaveProperty('referenceRouge');
  expect(c?.error?.message).toBe('Line 3: reference must be text, not a list.');
  expect(code, stderr).toBe(1);
});

it('is an option: without it, a row has none of them and its reference is not read', async () => {
  const { code, stdout } = await runScore(TINY, JSON.stringify(ROWS[2]));
  expect(code).toBe(0);
  const [row] = outputRows(stdout);
  expect(row).toMatchObject({ outcome: 'scored' });
  expect(Object.keys(row ?? {})).not.toEqual(expect.arrayContaining(['rouge']));
  expect(Object.keys(row ?? {})).not.toEqual(expect.arrayContaining(['agreement']));
});

it('measures a model without a support head too', async () => {
  const args = ['--generic', 'training/golden/generic/t5', '--separator', '<sep>', '--paths', '3', '--compare'];
  const { code, stdout } = await runScore(args, JSON.stringify(ROWS[1]));
  expect(code).toBe(0);
  const [row] = outputRows(stdout);
  expect(row).toMatchObject({
    outcome: 'unscorable',
    agreement: null,
    rouge: { rouge1: expect.any(Number) as number },
  });
  expect(row?.sourceLogProb).toBeLessThan(0);
});

it('adds ROUGE alone to a first look', async () => {
  const { code, stdout } = await runScore([...TINY, '--compare', '--first-look'], JSON.stringify(ROWS[0]));
  expect(code).toBe(0);
  const [row] = outputRows(stdout);
  expect(row).toMatchObject({ outcome: 'first-look', quals: null, supported: expect.any(Number) as number });
  expect(row?.rouge?.rouge1).toBeCloseTo((2 * 8) / 22, 12);
  expect(row?.referenceRouge?.rouge1).toBeCloseTo(0.5, 12);
  expect(row).not.toHaveProperty('agreement');
});

it('is not mixed with rows without it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'quals-compare-'));
  const output = join(folder, 'scores.jsonl');
  const { stdout } = await runScore(TINY, JSON.stringify(ROWS[1]));
  await writeFile(output, stdout);
  const { code, stderr } = await runScore([...TINY, '--compare', '--output', output, '--resume'], INPUT);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: `--resume: ${output}, line 1 was made without --compare. Name another --output, or run as before.\n`,
  });
  await rm(folder, { recursive: true });
});

it.each([
  [['--records', 'new.jsonl', '--first-look'], '--records needs a score: leave out --first-look.'],
  [['--reference-key', 'gold'], '--reference-key needs --compare or --score-references.'],
])('refuses %j', async (args, reason) => {
  expect(await runScore([...TINY, ...args], INPUT)).toEqual({ code: 2, stdout: '', stderr: `${reason}\n` });
});

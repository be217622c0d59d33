/** The command as a person starts it, with the tiny model. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outputRows as rows, runScore as score, SOURCE, TINY } from './testing/run-score.js';

const ROWS = [
  { id: 'a', source: SOURCE, summary: 'Tom sold 12 houses in Paris on Friday.' },
  { id: 'b', summary: 'no source' },
  { id: 3, source: SOURCE, summary: 'Anna bought 93 books in Berlin.' },
  { id: 'd', source: SOURCE, summary: ' ' },
];
const INPUT = ROWS.map((row) => `${JSON.stringify(row)}\n`).join('');

let folder: string;
let input: string;
let output: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quals-score-'));
  [input, output] = [join(folder, 'in.jsonl'), join(folder, 'out.jsonl')];
  await writeFile(input, INPUT);
});
afterAll(() => rm(folder, { recursive: true }));

describe('quals score', () => {
  it('scores rows in order, continues after a bad one, and exits with 1', async () => {
    const { code, stderr } = await score([...TINY, '--input', input, '--output', output]);
    expect(code).toBe(1);
    expect(stderr).toContain('2 scored, 0 unscorable, 2 failed.');
    const [a, b, c, d] = rows(await readFile(output, 'utf8'));
    expect(a).toMatchObject({ id: 'a', outcome: 'scored', protocol: 'matched', paths: 6, model: { id: 'tiny' } });
    expect(b).toMatchObject({ id: 'b', outcome: 'error', quals: null, pairs: [], error: { code: 'row-invalid' } });
    expect(b?.error?.message).toBe('Line 2: source is missing.');
    expect(c).toMatchObject({ id: 3, outcome: 'scored' });
    expect(d).toMatchObject({ id: 'd', outcome: 'error', error: { code: 'summary-empty' } });

    // QUALS by its definition, from the row only: the mean over pairs of the mean difference over tokens.
    const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const pairs = a?.pairs ?? [];
    expect(pairs.length).toBeGreaterThan(0);
    const pairScores = pairs.map(({ tokens }) =>
      mean(tokens.map((token) => token.sourceLogProb - token.summaryLogProb)),
    );
    expect(a?.quals).toBeCloseTo(mean(pairScores), 9);
    expect(pairScores).toEqual([...pairScores].sort((first, second) => first - second));
  });

  it('continues an interrupted run, and writes the same file', async () => {
    const whole = await readFile(output, 'utf8');
    const lines = whole.split('\n');
    await writeFile(output, `${lines.slice(0, 2).join('\n')}\n${(lines[2] ?? '').slice(0, 40)}`);
    const { code } = await score([...TINY, '--input', input, '--output', output, '--resume']);
    expect(code).toBe(1);
    expect(await readFile(output, 'utf8')).toBe(whole);
  });

  it('counts a row that failed in the interrupted run: the exit code is that of the whole file', async () => {
    const [parted, rest] = [join(folder, 'failed.jsonl'), join(folder, 'rest.jsonl')];
    await writeFile(rest, INPUT.split('\n').slice(0, 3).join('\n'));
    const [a = '', failed = ''] = (await readFile(output, 'utf8')).split('\n');
    await writeFile(parted, `${a}\n${failed}\n`);
    const { code, stderr } = await score([...TINY, '--input', rest, '--output', parted, '--resume']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^2 scored, 0 unscorable, 1 failed\. Rows kept from the earlier run: 2\.$/m);
  });

  it('does not append to the rows of another input', async () => {
    const other = join(folder, 'other.jsonl');
    await writeFile(other, INPUT.replace('"a"', '"z"'));
    const { code, stderr } = await score([...TINY, '--input', other, '--output', output, '--resume']);
    expect(code).toBe(2);
    expect(stderr).toContain('row 1 of the output is "a", of the input "z"');
  });

  it('does not go on behind the rows of another model', async () => {
    const mixed = join(folder, 'mixed.jsonl');
    const other = (await readFile(output, 'utf8')).replaceAll('"id":"tiny"', '"id":"other"');
    await writeFile(mixed, other);
    const { code, stderr } = await score([...TINY, '--input', input, '--output', mixed, '--resume']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/line 1 was scored with other .*; this run uses tiny .*Name another --output/);
    expect(await readFile(mixed, 'utf8')).toBe(other);
  });

  it('reads standard input and writes nothing but rows to standard output', async () => {
    const { code, stdout } = await score([...TINY, '--protocol', 'released'], `${JSON.stringify(ROWS[0])}\n\n`);
    expect(code).toBe(0);
    expect(rows(stdout)).toMatchObject([{ id: 'a', outcome: 'scored', protocol: 'released' }]);
  });

  it('scores with another model, in another layout', async () => {
    // Random weights write noise without a valid separator, and the command reports that instead of a number.
    const args = ['--generic', 'training/golden/generic/t5', '--separator', '<sep>', '--paths', '3'];
    const { code, stdout } = await score(args, JSON.stringify(ROWS[0]));
    expect(code).toBe(0);
    expect(rows(stdout)).toMatchObject([{ id: 'a', outcome: 'unscorable', quals: null, model: { id: 't5' } }]);
  });

  it.each([
    [['--generic', 'nowhere', '--separator', '|'], /nowhere: .*config\.json/],
    [['--generic', 'training/golden/generic/t5', '--separator', 'Where?'], /"Where\?" must be one token .* it is \d/],
    [['--paths', 'x'], /--paths is a whole number/],
    [['--model', 'nowhere'], /nowhere.manifest\.json cannot be read/],
    [['--input', 'nowhere.jsonl'], /ENOENT.*nowhere\.jsonl/],
  ])('says what is wrong with %j and ends with 2', async (args, reason) => {
    const { code, stdout, stderr } = await score(args, INPUT);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(reason);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('prints help', async () => {
    const { code, stdout } = await score(['--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('npx quals score --input pairs.jsonl --output scores.jsonl');
    expect(stdout).toMatch(/higher is better\. At 0,/);
    expect(stdout).toMatch(/answerGap {2,}the same difference over answer tokens only/);
    expect(stdout).toMatch(/--resume .*FILE\.unfinished/);
    expect(stdout.split('\n').filter((line) => line.length > 120)).toEqual([]);
  });
});

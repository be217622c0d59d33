/** `quals score --score-references`, and `quals choose` on its rows: the references are in a column of their own. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { outputRows, runScore, SOURCE, TINY } from './testing/run-score.js';

const GOLD = 'Tom sold 12 houses in Paris on Friday.';
const GENERATED = ['Anna bought 93 books in Berlin.', 'Tom sold 12 houses.'];
const CSV = ['key,article,gold,bart', ...GENERATED.map((text, row) => `${row},${SOURCE},${GOLD},${text}`)].join('\n');
const KEYS = ['--id-key', 'key', '--source-key', 'article', '--summary-key', 'bart', '--reference-key', 'gold'];

let folder: string;
const file = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quals-references-'));
  await writeFile(file('rows.csv'), CSV);
});
afterAll(() => rm(folder, { recursive: true }));

it('scores the reference once, as it scores any summary; ROUGE against it is that of the summaries', async () => {
  const input = ['--input', file('rows.csv'), ...KEYS];
  const { code, stderr, stdout } = await runScore([...TINY, ...input, '--score-references', '--compare']);
  expect(code, stderr).toBe(0);
  const rows = outputRows(stdout);
  expect(rows.map(({ id, system }) => [id, system])).toEqual([
    ['0', undefined],
    ['0', 'reference'],
    ['1', undefined],
  ]);
  const alone = await runScore([...TINY, '--compare'], JSON.stringify({ id: 'x', source: SOURCE, summary: GOLD }));
  const [expected] = outputRows(alone.stdout);
  expect(expected).toMatchObject({ outcome: 'scored' });
  expect(rows[1]).toEqual({ ...expected, id: '0', system: 'reference' });
  expect(rows[1]).not.toHaveProperty('referenceRouge');
  // "Tom sold 12 houses" of 4 and 8 words.
  expect(rows[2]?.referenceRouge?.rouge1).toBeCloseTo((2 * 4) / 12, 12);
});

it('goes on behind a reference, and refuses an output that lacks one', async () => {
  const run = (...more: string[]) =>
    runScore([...TINY, '--input', file('rows.csv'), ...KEYS, '--output', file('out.jsonl'), ...more]);
  await run('--score-references');
  const whole = await readFile(file('out.jsonl'), 'utf8');
  const lines = whole.split('\n');
  await writeFile(file('out.jsonl'), `${lines.slice(0, 2).join('\n')}\n`);
  expect((await run('--score-references', '--resume')).stderr).toMatch(/^Row 3 of 3\n/);
  expect(await readFile(file('out.jsonl'), 'utf8')).toBe(whole);
  await writeFile(file('out.jsonl'), `${[lines[0], lines[2]].join('\n')}\n`);
  expect((await run('--score-references', '--resume')).stderr).toContain(
    'row 2 of the output is "1", of the input "0" (reference)',
  );
});

it('says before the run that no row has a reference', async () => {
  const args = [...TINY, '--input', file('rows.csv'), ...KEYS.slice(0, -2), '--score-references'];
  expect(await runScore(args)).toEqual({
    code: 2,
    stdout: '',
    stderr: 'No row has a reference under "reference". Name it with --reference-key.\n',
  });
});

it('gives "quals choose" its references', async () => {
  const score = (id: string, quals: number, system?: string) => JSON.stringify({ id, system, quals });
  const scores = [score('0', -2), score('0', -0.5, 'reference'), score('1', -1)];
  await writeFile(file('scores.jsonl'), scores.join('\n'));
  const paths = ['--positive', file('s-plus.jsonl'), '--negative', file('s-minus.jsonl')];
  const shares = ['--references', '1', '--generated', '0.5'];
  const args = ['choose', '--input', file('rows.csv'), '--scores', file('scores.jsonl'), ...paths, ...shares, ...KEYS];
  const { stderr } = spawnSync(process.execPath, ['cli/quals.js', ...args], { encoding: 'utf8' });
  expect(stderr).toBe('1 in S+, 1 in S-, of 3 rows.\n');
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(file(name), 'utf8'));
  expect(await read('s-plus.jsonl')).toEqual({ id: '0', source: SOURCE, summary: GOLD, value: -0.5 });
  expect(await read('s-minus.jsonl')).toEqual({ id: '0', source: SOURCE, summary: GENERATED[0], value: -2 });
  const both = spawnSync(process.execPath, ['cli/quals.js', ...args, '--kind-key', 'kind'], { encoding: 'utf8' });
  expect(both.stderr).toBe('--kind-key or --reference-key, not both.\n');
});

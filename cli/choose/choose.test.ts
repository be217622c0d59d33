import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const lines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

const rowsOf = (article: string) => [
  { id: `${article}-r`, source: article, summary: 'good', kind: 'reference' },
  { id: `${article}-g`, source: article, summary: 'bad', kind: 'generated' },
];
const scoreOf = (id: string, quals: number | null, rouge?: number) => ({
  id,
  outcome: quals === null ? 'unscorable' : 'scored',
  quals,
  ...(rouge !== undefined && { rouge: { rouge1: rouge, rouge2: rouge, rougeL: rouge } }),
});

function setUp(scores: readonly object[], pairs: readonly object[] = ['a', 'b', 'c'].flatMap(rowsOf)) {
  const folder = mkdtempSync(join(tmpdir(), 'quals-choose-'));
  const file = (name: string): string => join(folder, name);
  writeFileSync(file('pairs.jsonl'), lines(pairs));
  writeFileSync(file('scores.jsonl'), lines(scores));
  const run = (...more: string[]) =>
    spawnSync(
      process.execPath,
      [
        'cli/quals.js',
        'choose',
        ...['--input', file('pairs.jsonl'), '--scores', file('scores.jsonl')],
        ...['--positive', file('positive.jsonl'), '--negative', file('negative.jsonl'), ...more],
      ],
      { encoding: 'utf8' },
    );
  const read = (name: string): unknown[] =>
    readFileSync(file(name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as unknown);
  return { run, read, file };
}

/** Two of three references and two of three generated summaries: b is in both. */
const SCORES = [
  scoreOf('a-r', -0.1, 0.1),
  scoreOf('a-g', -0.2, 0.2),
  scoreOf('b-r', -0.3, 0.9),
  scoreOf('b-g', -2, 0.1),
  scoreOf('c-r', -0.9, 0.8),
  scoreOf('c-g', -1, 0.3),
];
const SHARES = ['--references', '0.67', '--generated', '0.67'];

it('writes both sets of the articles that are in both', () => {
  const { run, read } = setUp(SCORES);
  expect(run(...SHARES).stderr).toBe('1 in S+, 1 in S-, of 6 rows.\n');
  expect(read('positive.jsonl')).toEqual([{ id: 'b-r', source: 'b', summary: 'good', value: -0.3 }]);
  expect(read('negative.jsonl')).toEqual([{ id: 'b-g', source: 'b', summary: 'bad', value: -2 }]);
});

it('chooses by ROUGE, and counts rows without a score', () => {
  const { run, read } = setUp([...SCORES.slice(0, 5), scoreOf('c-g', null)]);
  expect(run('--by', 'rouge', '--references', '1', '--generated', '0.5').stderr).toContain('1 rows have no score');
  expect(read('negative.jsonl')).toMatchObject([{ id: 'b-g' }]);
});

it.each([
  [['--generated', '30'], SCORES, '--generated is a share from 0 to 1, not "30".'],
  [['--by', 'rouge'], [scoreOf('a-r', -1)], 'line 1: it has no ROUGE'],
  [[], [{ quals: -1 }], 'line 1: this is no row of "quals score".'],
  [['--kind-key', 'system'], SCORES, '"system" is "reference" or "generated"'],
])('says what is wrong: %j', (more, scores, words) => {
  const { run, file } = setUp(scores);
  const { status, stderr } = run(...more);
  expect([status, stderr]).toEqual([2, expect.stringContaining(words)]);
  expect(() => readFileSync(file('positive.jsonl'))).toThrow();
});

it('never empties its input', () => {
  const { run, file } = setUp(SCORES);
  const { status, stderr } = run('--positive', file('pairs.jsonl'));
  expect([status, stderr]).toEqual([2, expect.stringContaining('is an input file')]);
  expect(readFileSync(file('pairs.jsonl'), 'utf8')).toContain('a-r');
});

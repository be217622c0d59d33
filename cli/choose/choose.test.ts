import { spawnSync } from 'node:child_process';
import { linkSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { CSV_START } from '../../src/batch/writers/csv-rows.js';

/** A text is a line as it is. */
type Line = object | string;
const lines = (rows: readonly Line[]): string =>
  rows.map((row) => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join('');

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

function setUp(scores: readonly Line[], pairs: readonly Line[] = ['a', 'b', 'c'].flatMap(rowsOf)) {
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
  expect(run('--by', 'rouge', '--references', '1', '--generated', '0.5').stderr).toContain(
    ' 1 row has no score and takes no part.',
  );
  expect(read('negative.jsonl')).toMatchObject([{ id: 'b-g' }]);
});

it('takes the scores in their order where a reference and a summary share the id of their article', () => {
  const row = (id: number, kind: string, summary: string) => ({ id, source: `article ${id}`, summary, kind });
  const pairs = [row(1, 'reference', 'r1'), row(1, 'generated', 'g1'), row(2, 'reference', 'r2')];
  const scores = [-0.1, -2, -0.5].map((quals, place) => ({ id: pairs[place]?.id, quals }));
  const { run, read, file } = setUp(scores, pairs);
  expect(run('--references', '1', '--generated', '1').stderr).toBe('1 in S+, 1 in S-, of 3 rows.\n');
  expect(read('positive.jsonl')).toMatchObject([{ id: 1, summary: 'r1', value: -0.1 }]);
  expect(read('negative.jsonl')).toMatchObject([{ id: 1, summary: 'g1', value: -2 }]);
  writeFileSync(file('scores.jsonl'), lines([scores[0] ?? '', scores[2] ?? '', scores[1] ?? '']));
  expect(run().stderr).toContain('several rows have the id 1, so that only their order tells their scores.');
});

it('tells ids above 2^53 apart, in any order', () => {
  const [one, two] = ['12345678901234567891', '12345678901234567892'];
  const row = (id: string, kind: string) => `{"id": ${id}, "source": "a", "summary": "${kind}", "kind": "${kind}"}`;
  const scores = [`{"id": ${two}, "quals": -2}`, `{"id": ${one}, "quals": -0.1}`];
  const { run, file } = setUp(scores, [row(one, 'reference'), row(two, 'generated')]);
  expect(run('--references', '1', '--generated', '1').stderr).toBe('1 in S+, 1 in S-, of 2 rows.\n');
  expect(readFileSync(file('positive.jsonl'), 'utf8')).toBe(
    `{"id":${one},"source":"a","summary":"reference","value":-0.1}\n`,
  );
  expect(readFileSync(file('negative.jsonl'), 'utf8')).toContain(`{"id":${two},`);
});

it('leaves out rows without an id and rows that cannot be read, and counts them', () => {
  const bad = [{ source: 'a', summary: 'no id' }, 'Dear diary'];
  const failed = { id: null, outcome: 'error', quals: null };
  const rows = ['a', 'b', 'c'].flatMap(rowsOf);
  const { run, read } = setUp([...SCORES, failed, failed], [...rows, ...bad]);
  const expected = '1 in S+, 1 in S-, of 6 rows. 2 rows have no score and take no part.\n';
  expect(run(...SHARES).stderr).toBe(expected);
  expect(read('negative.jsonl')).toMatchObject([{ id: 'b-g', value: -2 }]);
  // Nor do they hinder scores in another order.
  expect(setUp([failed, failed, ...SCORES], [...rows, ...bad]).run(...SHARES).stderr).toBe(expected);
});

it('reads an input that begins with bad rows as "quals score" does', () => {
  const failed = { id: null, outcome: 'error', quals: null };
  const { run } = setUp([failed, ...SCORES], ["{'id': 1}", ...['a', 'b', 'c'].flatMap(rowsOf)]);
  expect(run(...SHARES).stderr).toContain('line 1 is a Python dict');
  expect(run(...SHARES, '--keep-bad-rows').stderr).toBe(
    '1 in S+, 1 in S-, of 6 rows. 1 row has no score and takes no part.\n',
  );
});

it('reads the formats that it recommends', () => {
  const { run, file } = setUp(SCORES);
  writeFileSync(file('pairs.jsonl'), JSON.stringify(['a', 'b', 'c'].flatMap(rowsOf), null, 1));
  expect(run(...SHARES).stderr).toMatch(/Add --format json\.\n$/);
  expect(run(...SHARES, '--format', 'json').stderr).toBe('1 in S+, 1 in S-, of 6 rows.\n');
  expect(run('--help').stdout).toContain('--format NAME     jsonl, json, csv, tsv; default:');
});

it('says that it needs scores as JSON Lines', () => {
  const { run, file } = setUp([CSV_START.trim(), 'a-r,scored,-1']);
  const words = 'is CSV. "quals choose" needs JSON Lines: score with --output NAME.jsonl.\n';
  expect(run().stderr).toBe(`${file('scores.jsonl')} ${words}`);
  writeFileSync(file('old.csv'), 'id,outcome,quals\na-r,scored,-1\n');
  expect(run('--scores', file('old.csv')).stderr).toBe(`${file('old.csv')} ${words}`);
});

it('says that the scores, and not the input, are in another encoding', () => {
  const { run, file } = setUp([]);
  writeFileSync(file('scores.jsonl'), Buffer.from(`\ufeff${lines(SCORES)}`, 'utf16le'));
  expect(run().stderr).toMatch(/scores\.jsonl is UTF-16\. Convert it/);
});

it.each([
  ['by another path', (name: string) => name.replace(/([^/]+)$/, './$1')],
  ['by the path from here', (name: string) => relative(process.cwd(), name)],
  [
    'by a link',
    (name: string) => {
      writeFileSync(name, '');
      linkSync(name, `${name}.link`);
      return `${name}.link`;
    },
  ],
])('does not write one set over the other: one file %s', (_, other) => {
  const { run, file } = setUp(SCORES);
  const { status, stderr } = run('--negative', other(file('positive.jsonl')));
  expect([status, stderr]).toEqual([2, '--positive and --negative are the same file. Name two.\n']);
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

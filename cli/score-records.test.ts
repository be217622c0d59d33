/** Records of the command open with the page's reader. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readResultFile } from '../src/features/saved/read-result-file.js';
import { outputRows, runScore, SOURCE, TINY } from './testing/run-score.js';

it('writes a record of each result, which the page opens, and overwrites nothing', { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'quals-records-'));
  const records = join(folder, 'results.jsonl');
  const rows = [
    { id: 'a', source: ` ${SOURCE}\u00a0`, summary: 'Tom sold 12 houses in Paris on Friday.' },
    { id: 'b', source: SOURCE, summary: '' },
    { id: 7, source: SOURCE, summary: 'Anna bought 93 books in Berlin.\n' },
  ];
  const stdin = rows.map((row) => JSON.stringify(row)).join('\n');
  const { code, stdout } = await runScore([...TINY, '--records', records], stdin);
  expect(code).toBe(1);
  const read = await readResultFile(new Blob([await readFile(records)]));
  if (!read.ok || !read.records) throw new Error(JSON.stringify(read));
  expect(read.records.map(({ name, texts }) => ({ id: name, ...texts }))).toEqual(
    [rows[0], rows[2]].map((row) => ({ ...row, id: String(row?.id) })),
  );
  const scores = outputRows(stdout).filter(({ outcome }) => outcome === 'scored');
  expect(scores.length).toBeGreaterThan(0);
  for (const { id, quals, pairs } of scores) {
    const record = read.records.find(({ name }) => name === String(id));
    expect(record?.measures['quals']).toBe(quals);
    expect(record?.pairs.map(({ question }) => question)).toEqual(pairs.map(({ question }) => question));
  }
  // The scores alone are told from results.
  expect(await readResultFile(new Blob([stdout]))).toMatchObject({ fault: { kind: 'score-rows' } });

  await writeFile(records, 'mine');
  const again = await runScore([...TINY, '--records', records], stdin);
  expect([again.code, again.stderr]).toEqual([2, `--records ${records} exists. Name another file.\n`]);
  expect(await readFile(records, 'utf8')).toBe('mine');
  const other = join(folder, 'x.jsonl');
  const same = await runScore([...TINY, '--output', other, '--records', `${folder}/./x.jsonl`], stdin);
  expect(same.stderr).toContain('is the output. Name another file.');
  await rm(folder, { recursive: true });
});

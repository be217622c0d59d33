/** CSV in, CSV out. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { outputRows, runScore, SOURCE, TINY } from './testing/run-score.js';

it('reads and writes CSV, with the values of JSON Lines', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'quals-csv-'));
  const [input, output] = [join(folder, 'rows.csv'), join(folder, 'scores.csv')];
  await writeFile(
    input,
    `id,source,summary\r\na,"${SOURCE}",Tom sold 12 houses in Paris on Friday.\r\nb,"${SOURCE}",\r\n`,
  );
  const lines = outputRows((await runScore([...TINY, '--input', input])).stdout);
  expect((await runScore([...TINY, '--input', input, '--output', output])).code).toBe(1);
  const text = await readFile(output, 'utf8');
  expect(text.startsWith('\uFEFFid,outcome,quals,')).toBe(true);
  const { data } = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true });
  expect(data.map(({ id, outcome, quals, errorCode }) => [id, outcome, quals, errorCode])).toEqual([
    ['a', 'scored', String(lines[0]?.quals), ''],
    ['b', 'error', '', lines[1]?.error?.code],
  ]);

  await writeFile(`${output}.unfinished`, text);
  const { code, stderr } = await runScore([...TINY, '--input', input, '--output', output]);
  expect(code).toBe(2);
  expect(stderr).toBe(`${output}.unfinished has rows of a run that was stopped. CSV cannot be continued: delete it.\n`);
  await rm(folder, { recursive: true });
});

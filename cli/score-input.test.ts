/** Inputs that people have, through the whole command. src/batch/ tests each alone. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outputRows, runScore, SOURCE, startScore, TINY } from './testing/run-score.js';

const SUMMARY = 'Tom sold 12 houses in Paris on Friday.';
const ROW = { id: 'a', source: SOURCE, summary: SUMMARY };
const LINE = `${JSON.stringify(ROW)}\n`;
/** A model that is not there: whoever loads it ends with other words. */
const NO_MODEL = ['--model', 'nowhere'];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quals-input-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('quals score', () => {
  it('refuses an empty input', async () => {
    expect(await runScore(NO_MODEL)).toEqual({ code: 2, stdout: '', stderr: 'Standard input has no rows.\n' });
  });

  it('reads all of a file before it loads the model, and refuses it in one line', async () => {
    const input = join(folder, 'nan.jsonl');
    await writeFile(input, `${LINE}${LINE}{"id": 2, "label": NaN}\n`);
    const { code, stdout, stderr } = await runScore(['--input', input, ...NO_MODEL]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/nan\.jsonl, line 3 holds NaN.*\n$/);
  });

  it('with --keep-bad-rows, makes an error row of each bad row at the beginning, from a file too', async () => {
    const bad = `{'id': 1}\n{"id": 2, "summary": NaN}\n`;
    const input = join(folder, 'part.jsonl');
    await writeFile(input, bad + LINE);
    const refused = await runScore([...TINY, '--input', input]);
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    const { code, stdout, stderr } = await runScore([...TINY, '--keep-bad-rows', '--input', input]);
    expect(code, stderr).toBe(1);
    expect(outputRows(stdout)).toMatchObject([
      { id: null, outcome: 'error', error: { message: expect.stringMatching(/^Line 1 is not JSON/) as string } },
      { id: null, outcome: 'error', error: { message: 'Line 2 is not JSON: it holds NaN.' } },
      { id: 'a', outcome: 'scored' },
    ]);
    expect((await runScore([...TINY, '--keep-bad-rows'], bad + LINE)).stdout).toBe(stdout);
  });

  it('reads a byte-order mark, \\r\\n, U+2028 and U+2029 within a row, ids above 2^53, a last line without end', async () => {
    const rows = [
      ROW,
      { ...ROW, id: 'x\u2029y', source: SOURCE.replace(' Anna', '\u2028Anna') },
      { ...ROW, id: 'big' },
    ];
    const text = rows
      .map((row) => JSON.stringify(row))
      .join('\r\n')
      .replace('"big"', '12345678901234567891');
    const { code, stdout } = await runScore(TINY, `\ufeff${text}`);
    expect(code).toBe(0);
    expect(outputRows(stdout).slice(0, 2)).toMatchObject([
      { id: 'a', outcome: 'scored' },
      { id: 'x\u2029y', outcome: 'scored' },
    ]);
    expect(stdout.split('\n')[2]).toMatch(/^\{"id":12345678901234567891,"outcome":"scored"/);
  });

  it('reads CSV, and an array with other keys, with the score of JSON Lines', async () => {
    const csv = join(folder, 'rows.csv');
    await writeFile(csv, `id,source,summary\r\na,"${SOURCE}",${SUMMARY}\r\n`);
    const array = JSON.stringify([{ guid: 'a', article: SOURCE, claim: SUMMARY }], null, 2);
    const keys = '--format json --id-key guid --source-key article --summary-key claim'.split(' ');
    const wanted = (await runScore(TINY, LINE)).stdout;
    expect(wanted).toContain('"outcome":"scored"');
    expect((await runScore([...TINY, '--input', csv])).stdout).toBe(wanted);
    expect((await runScore([...TINY, ...keys], array)).stdout).toBe(wanted);
  });

  it('writes the score of a row before the next row is there', async () => {
    const { child, ended } = startScore(TINY);
    child.stdin.write(LINE);
    const first = await new Promise<string>((resolve) => {
      child.stdout.once('data', (data: Buffer) => {
        resolve(data.toString());
      });
    });
    expect(outputRows(first)).toMatchObject([{ id: 'a' }]);
    child.stdin.end(LINE.replace('"a"', '"b"'));
    expect(outputRows((await ended).stdout)).toMatchObject([{ id: 'a' }, { id: 'b' }]);
  });
});

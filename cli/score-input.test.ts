/** Inputs that people have: encodings, line ends, formats. Each bad one gets one line, and no model is loaded. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, outputRows, runScore, SOURCE, startScore, TINY } from './testing/run-score.js';

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

async function scoreFile(name: string, content: string | Uint8Array, args: readonly string[] = TINY): Promise<Ended> {
  await writeFile(join(folder, name), content);
  return runScore(['--input', join(folder, name), ...args]);
}

describe('quals score refuses', () => {
  it.each([
    ['empty.jsonl', '', /empty\.jsonl has no rows\./],
    ['blank.jsonl', '\n\n', /has no rows/],
    ['header.csv', 'id,source,summary\n', /has no rows/],
    [
      'latin1.jsonl',
      Buffer.from(`${LINE}{"id":"é"}\n`, 'latin1'),
      /, line 2 is not UTF-8 \(byte 0xE9\)\. .*iconv -f WINDOWS-1252/,
    ],
    ['utf16.jsonl', Buffer.from(`\ufeff${LINE}`, 'utf16le'), /is UTF-16\. .*iconv -f UTF-16 -t UTF-8 .*utf16\.jsonl/],
    ['array.json', JSON.stringify([ROW, ROW], null, 1), /, line 1 begins a JSON array.* Add --format json\./],
    ['pretty.json', JSON.stringify(ROW, null, 1), /, line 1 begins a JSON object .* Add --format json\./],
    ['rows.jsonl', `id,source,summary\na,"${SOURCE}",b\n`, /looks like CSV: "id,source,summary"\. Add --format csv\./],
    ['tabs.jsonl', `id\tarticle\tsummary\na\tb\tc\n`, /looks like TSV: .*Add --format tsv\./],
    ['nan.jsonl', `${LINE}{"id": 2, "label": NaN}\n`, /, line 2 holds NaN, .*Write null/],
    ['python.jsonl', "{'id': 1, 'source': 'a', 'summary': None}\n", /is a Python dict, .*json\.dumps/],
    ['prose.txt', 'Dear diary\n', /line 1 is not JSON: "Dear diary"\. Each line must be a JSON object/],
    ['list.jsonl', '["a", "b", "c"]\n', /line 1 is a list\. Each line must be a JSON object/],
    [
      'article.jsonl',
      `{"article": "a", "highlights": "b"}\n`.repeat(3),
      /keys article, highlights, but no source, summary, id\. Add --source-key article --summary-key highlights\. Name the id/,
    ],
    [
      'document.jsonl',
      '{"document": "a", "claim": "b", "id": 1}\n',
      /but no source, summary\. Add --source-key document --summary-key claim\.$/,
    ],
    ['quote.csv', `id,source,summary\n1,a,b\n2,"a,b\n`, /, line 3 opens a quote in column source that never closes/],
    ['twice.csv', `id,source,summary,id\n1,a,b,c\n`, /, line 1 has two columns id/],
  ])('%s in one line', async (name, content, reason) => {
    const { code, stdout, stderr } = await scoreFile(name, content, NO_MODEL);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.trimEnd()).toMatch(reason);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('an empty standard input', async () => {
    expect(await runScore(NO_MODEL)).toEqual({ code: 2, stdout: '', stderr: 'Standard input has no rows.\n' });
  });
});

describe('quals score reads', () => {
  const ids = async (run: Promise<Ended>): Promise<unknown> => {
    const { code, stdout } = await run;
    expect(code).toBe(0);
    return outputRows(stdout).map(({ id, outcome }) => [id, outcome]);
  };

  it('a row with U+2028 and U+2029 as one row', async () => {
    const row = JSON.stringify({ id: 'x\u2029y', source: SOURCE.replace(' Anna', '\u2028Anna'), summary: SUMMARY });
    expect(await ids(scoreFile('u2028.jsonl', `${row}\n`))).toEqual([['x\u2029y', 'scored']]);
  });

  it('a byte-order mark, \\r\\n, and a last line without end', async () => {
    const text = `\ufeff${LINE}${JSON.stringify({ ...ROW, id: 2 })}`.replaceAll('\n', '\r\n');
    expect(await ids(scoreFile('bom.jsonl', text))).toEqual([
      ['a', 'scored'],
      [2, 'scored'],
    ]);
  });

  it('ids above 2^53, with every digit', async () => {
    const { stdout } = await scoreFile('big.jsonl', LINE.replace('"a"', '12345678901234567891'));
    expect(stdout).toMatch(/^\{"id":12345678901234567891,"outcome":"scored"/);
  });

  it('CSV, other keys and a JSON array, each with the score of JSON Lines', async () => {
    const wanted = (await runScore(TINY, LINE)).stdout;
    expect((await scoreFile('rows.csv', `id,source,summary\r\na,"${SOURCE}",${SUMMARY}\r\n`)).stdout).toBe(wanted);
    const array = JSON.stringify([{ guid: 'a', article: SOURCE, claim: SUMMARY }], null, 2);
    const keys = '--format json --id-key guid --source-key article --summary-key claim'.split(' ');
    expect((await runScore([...TINY, ...keys], array)).stdout).toBe(wanted);
  });

  it('standard input a row at a time: the score comes before the next row', async () => {
    const { child, ended } = startScore(TINY);
    child.stdin.write(LINE);
    const first = await new Promise<string>((resolve) =>
      child.stdout.once('data', (data: Buffer) => {
        resolve(data.toString());
      }),
    );
    expect(outputRows(first)).toMatchObject([{ id: 'a' }]);
    child.stdin.end(LINE.replace('"a"', '"b"'));
    expect(outputRows((await ended).stdout)).toMatchObject([{ id: 'a' }, { id: 'b' }]);
  });
});

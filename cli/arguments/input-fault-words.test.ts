import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/batch/input-fault.js';
import { type InputFormat, readRows } from '../../src/batch/read-rows.js';
import { DEFAULT_KEYS } from '../../src/batch/row.js';
import { chunksOf, listOf } from '../../src/batch/testing/chunks.js';
import { inputFaultWords } from './input-fault-words.js';

async function wordsFor(content: string | Uint8Array, format: InputFormat, path?: string): Promise<string> {
  try {
    await listOf(readRows(chunksOf(content), format, DEFAULT_KEYS));
  } catch (error) {
    if (error instanceof InputError) return inputFaultWords(error.fault, path);
    throw error;
  }
  throw new Error('The input was read.');
}

const ROW = { id: 1, source: 'a', summary: 'b' };
const LINE = `${JSON.stringify(ROW)}\n`;
const OBJECT = 'Each line must be a JSON object with id, source and summary.';

describe('inputFaultWords', () => {
  it.each<[string | Uint8Array, string]>([
    ['', 'Standard input has no rows.'],
    [
      Buffer.from(`${LINE}{"id":"é"}\n`, 'latin1'),
      'Standard input, line 2 is not UTF-8 (byte 0xE9). ' +
        'Convert Latin-1 or Windows-1252 to UTF-8: iconv -f WINDOWS-1252 -t UTF-8 in.jsonl > utf8.jsonl',
    ],
    [
      Buffer.from(LINE + 'é').subarray(0, -1),
      'Standard input, line 2 ends within a character. The input is cut off, or is not UTF-8.',
    ],
    [
      Buffer.from(LINE, 'utf16le'),
      'Standard input is UTF-16. Convert it to UTF-8: iconv -f UTF-16 -t UTF-8 in.jsonl > utf8.jsonl',
    ],
    [
      JSON.stringify([ROW, ROW], null, 1),
      'Standard input, line 1 begins a JSON array, not one JSON object per line. Add --format json.',
    ],
    [
      JSON.stringify(ROW, null, 1),
      'Standard input, line 1 begins a JSON object that goes on over several lines. Add --format json.',
    ],
    ['id,source,summary\n1,a,b\n', 'Standard input, line 1 looks like CSV: "id,source,summary". Add --format csv.'],
    ['id\tarticle\tsummary\n', 'Standard input, line 1 looks like TSV: "id\\tarticle\\tsummary". Add --format tsv.'],
    ["{'id': 1}\n", 'Standard input, line 1 is a Python dict, not JSON. Write each row with json.dumps(row).'],
    [
      '{"id": 2, "label": NaN}\n',
      'Standard input, line 1 holds NaN, which is not JSON. ' +
        'Write null: df.to_json(file, orient="records", lines=True) does; json.dumps(row, allow_nan=False) finds it.',
    ],
    ['Dear diary\n', `Standard input, line 1 is not JSON: "Dear diary". ${OBJECT}`],
    ['["a", "b", "c"]\n', `Standard input, line 1 is a list. ${OBJECT}`],
    [
      '{"document": "a", "claim": "b", "id": 1}\n',
      'Standard input, line 1 has the keys document, claim, id, but no source, summary. ' +
        'Add --source-key document --summary-key claim.',
    ],
    [
      '{"article": "a", "highlights": "b"}\n',
      'Standard input, line 1 has the keys article, highlights, but no source, summary, id. ' +
        'Add --source-key article --summary-key highlights. Name the id with --id-key NAME, or give each row an "id".',
    ],
    [
      '{"id": 1, "story": "a", "gist": "b"}\n',
      'Standard input, line 1 has the keys id, story, gist, but no source, summary. ' +
        'Add --source-key NAME --summary-key NAME.',
    ],
  ])('says for %j: %s', async (content, words) => {
    expect(await wordsFor(content, 'jsonl')).toBe(words);
  });

  it.each([
    ['id,source,summary\n', 'a.csv has no rows.'],
    [
      'id,source,summary\n1,a,b\n2,"a,b\n',
      'a.csv, line 3 opens a quote in column source that never closes. Close it, or write a quote within a cell twice.',
    ],
    ['id,source,summary,id\n1,a,b,c\n', 'a.csv, line 1 has two columns id. Rename one.'],
  ])('says for a table %j: %s', async (content, words) => {
    expect(await wordsFor(content, 'csv', 'a.csv')).toBe(words);
  });

  it('names the first keys of many', () => {
    const found = Array.from({ length: 40 }, (_, place) => `k${place}`);
    const words = inputFaultWords({ kind: 'other-keys', line: 1, missing: ['source'], found, likely: {} }, 'a');
    expect(words).toContain('k10, k11, …, but no source');
  });

  it('converts a table to a table', () => {
    expect(inputFaultWords({ kind: 'utf-16' }, 'my rows.csv')).toMatch(/UTF-8 'my rows\.csv' > utf8\.csv$/);
  });
});

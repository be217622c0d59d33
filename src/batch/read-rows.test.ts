import { describe, expect, it } from 'vitest';
import { countRows } from './count-rows.js';
import { readRows } from './read-rows.js';
import { DEFAULT_KEYS } from './row.js';
import { chunksOf, listOf } from './testing/chunks.js';

const read = (...chunks: string[]) => readRows(chunksOf(...chunks), 'jsonl', DEFAULT_KEYS);
const row = (id: number): string => `{"id": ${id}, "source": "a", "summary": "b"}\n`;

describe('readRows', () => {
  it.each([
    ['an empty input', '', { kind: 'empty' }],
    ['blank lines', '\n \n', { kind: 'empty' }],
    ['an array on lines', `[\n${row(1)}]\n`, { kind: 'json-array', line: 1 }],
    ['an array on one line', `[${row(1).trim()}]\n`, { kind: 'json-array', line: 1 }],
    ['an object on lines', '\n{\n"id": 1,\n"source": "a",\n"summary": "b"\n}\n', { kind: 'pretty-json', line: 2 }],
    ['an object on lines, the first key with it', '{"id": 1,\n"source": "a"}\n', { kind: 'pretty-json', line: 1 }],
    ['CSV', 'id,source,summary\n1,a,b\n', { kind: 'table', format: 'csv', start: 'id,source,summary' }],
    ['quoted CSV', '"Document";"Summary"\n"a";"b"\n', { kind: 'table', format: 'csv' }],
    ['TSV', 'article\thighlights\na\tb\n', { kind: 'table', format: 'tsv' }],
    ['Python', "{'id': 1, 'source': 'a', 'summary': 'b'}\n", { kind: 'python', line: 1 }],
    ['Python constants', '{"id": 1, "source": "None", "summary": None}\n', { kind: 'python', line: 1 }],
    ['NaN', `{"id": 1, "source": "NaN", "label": NaN}\n${row(2)}`, { kind: 'not-a-number', line: 1, value: 'NaN' }],
    ['-Infinity', `{"id": 1, "label": [-Infinity]}\n${row(2)}`, { kind: 'not-a-number', value: '-Infinity' }],
    ['prose', 'Dear diary,\ntoday I scored.\n', { kind: 'not-json', line: 1, start: 'Dear diary,' }],
    ['a row that was cut off', '{"id": 1, "source": "a', { kind: 'not-json', line: 1 }],
    ['lists', '["1", "a", "b"]\n', { kind: 'not-an-object', found: 'a list' }],
    ['texts', '"a"\n"b"\n', { kind: 'not-an-object', found: 'a string' }],
    [
      'other keys',
      '{"text": "a", "Claim": "b", "id": 1}\n'.repeat(3),
      { kind: 'other-keys', line: 1, missing: ['source', 'summary'], likely: { source: 'text', summary: 'Claim' } },
    ],
    ['no ids', '{"source": "a", "summary": "b"}\n', { kind: 'other-keys', missing: ['id'], likely: {} }],
  ])('refuses %s, once', async (_, text, fault) => {
    await expect(listOf(read(text))).rejects.toMatchObject({ fault });
  });

  it('keeps bad rows among good ones, in order, the first too', async () => {
    const text = `{"id": 1, "summary": "b"}\nDear diary\n${row(3)}{"id": 4, "source": "a", "summary": NaN}\n${row(5)}`;
    expect(await listOf(read(text))).toMatchObject([
      { id: 1, problem: 'Line 1: source is missing.' },
      { id: null, line: 2 },
      { id: 3, source: 'a' },
      { id: null, line: 4 },
      { id: 5 },
    ]);
  });

  it('keeps a value of the wrong kind as one bad row: the format is right', async () => {
    expect(await listOf(read('{"id": 1, "source": "a", "summary": null}\n'))).toMatchObject([{ id: 1, line: 1 }]);
  });

  it('gives up on the format after twenty bad rows', async () => {
    const endless = async function* (): AsyncGenerator<string> {
      for (;;) yield 'Dear diary\n';
    };
    await expect(listOf(readRows(endless(), 'jsonl', DEFAULT_KEYS))).rejects.toMatchObject({ fault: { line: 1 } });
  });

  it.each([
    ['Python', "{'id': 1}\n"],
    ['NaN', '{"id": 1, "source": "a", "summary": NaN}\n'],
    ['another format', 'id,source,summary\n'],
    ['twenty-five lines of prose', 'Dear diary\n'.repeat(25)],
    ['other keys', '{"id": 1, "text": "a"}\n'],
  ])('keeps bad rows at the beginning where the format is certain: %s', async (_, bad) => {
    const certain = () => readRows(chunksOf(bad, row(7)), 'jsonl', DEFAULT_KEYS, true);
    const rows = await listOf(certain());
    expect(rows.map((each) => 'problem' in each)).toEqual([
      ...bad
        .trimEnd()
        .split('\n')
        .map(() => true),
      false,
    ]);
    expect(rows.at(-1)).toMatchObject({ id: 7, source: 'a' });
    expect(await countRows(certain())).toBe(rows.length);
    await expect(listOf(read(bad))).rejects.toThrow();
  });

  it('refuses an empty input in any case', async () => {
    await expect(listOf(readRows(chunksOf('\n'), 'jsonl', DEFAULT_KEYS, true))).rejects.toMatchObject({
      fault: { kind: 'empty' },
    });
  });

  it('gives the first row before the second is there', async () => {
    const slow = async function* (): AsyncGenerator<string> {
      yield row(1);
      await new Promise(() => undefined);
    };
    expect((await readRows(slow(), 'jsonl', DEFAULT_KEYS).next()).value).toMatchObject({ id: 1 });
  });
});

describe('countRows', () => {
  it('counts rows, bad ones too', async () => {
    expect(await countRows(read(row(1), '\n', 'Dear diary\n', row(2)))).toBe(3);
  });

  it('finds NaN in a late row', async () => {
    const rows = read(row(1), row(2), '{"id": 3, "source": "a", "summary": "b", "label": NaN}\n');
    await expect(countRows(rows)).rejects.toMatchObject({ fault: { kind: 'not-a-number', line: 3 } });
  });
});

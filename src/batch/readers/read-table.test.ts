import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_KEYS } from '../row.js';
import { chunksOf, listOf } from '../testing/chunks.js';
import { readTable } from './read-table.js';

const read = (chunks: readonly string[], keys = DEFAULT_KEYS) => listOf(readTable(chunksOf(...chunks), keys));

/** RFC 4180, every cell quoted. */
const quoted = (cells: readonly string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join();

describe('readTable', () => {
  it('reads quotes, line breaks and delimiters within cells', async () => {
    const text = 'id,source,summary\r\n1,"The ferry, at night.","She said ""stop""\r\nand left."\r\n02,a,b\r\n';
    expect(await read([text])).toEqual([
      { id: '1', source: 'The ferry, at night.', summary: 'She said "stop"\r\nand left.', line: 2 },
      { id: '02', source: 'a', summary: 'b', line: 4 },
    ]);
  });

  it('reads any cells, cut anywhere', async () => {
    const cell = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\t', ';', ' ', 'é', '\u2028', 'a'), maxLength: 6 });
    const rows = fc.array(fc.tuple(cell, cell, cell));
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom('\n', '\r\n'), fc.nat(), async (table, newline, cut) => {
        const text = [['id', 'source', 'summary'], ...table].map((row) => quoted(row) + newline).join('');
        const at = cut % (text.length + 1);
        const found = await read([text.slice(0, at), text.slice(at)]);
        expect(found).toMatchObject(table.map(([id, source, summary]) => ({ id, source, summary })));
        expect(found).toHaveLength(table.length);
      }),
    );
  });

  it.each([
    ['tabs', 'summary\tid\tsource\nb, c\tx\ta; a\n'],
    ['semicolons', 'summary;id;source\nb, c;x;"a; a"\n'],
    ['old Macintosh line ends', 'summary,id,source\r"b, c",x,a; a\r'],
    ['no last line end', 'summary\tid\tsource\nb, c\tx\ta; a'],
    ['a column without a name', '\tsummary\tid\tsource\n0\tb, c\tx\ta; a\n'],
    ['blank lines', '\nsummary\tid\tsource\n\nb, c\tx\ta; a\n\n'],
  ])('reads columns in any order, with %s', async (_, text) => {
    const wanted = [{ id: 'x', source: 'a; a', summary: 'b, c' }];
    expect(await read([text])).toMatchObject(wanted);
    expect(await read([...text])).toMatchObject(wanted);
  });

  it('reads other names, and labels', async () => {
    const keys = { id: 'n', source: 'article', summary: 'claim', labels: ['good'] };
    expect(await read(['n,article,claim,good\n1,a,b,0.5\n'], keys)).toEqual([
      { id: '1', source: 'a', summary: 'b', labels: { good: '0.5' }, line: 2 },
    ]);
  });

  it('names line and column of a ragged row, and goes on', async () => {
    const text = 'id,source,summary\n1,"a\n\na"\n2,a,b,c\n3,a "b" c,b\n4,"a" b",c\n5,a,b\n';
    expect(await read([text])).toMatchObject([
      { id: '1', problem: 'Line 2: the row has 2 cells, the header 3 columns: summary is missing.' },
      { id: '2', problem: 'Line 5: the row has 4 cells, the header 3 columns: cell 4 has no column.' },
      { id: '3', source: 'a "b" c' },
      { id: '4', problem: expect.stringMatching(/^Line 7: source goes on after its closing quote/) as string },
      { id: '5', source: 'a' },
    ]);
  });

  it.each([
    ['id,source,summary\n1,a,b\n2,"a,b\n3,a,b\n', { kind: 'open-quote', line: 3, column: 'source' }],
    ['id,source,summary,source\n1,a,b,c\n', { kind: 'repeated-column', line: 1, column: 'source' }],
    [
      'guid,document,claim\n1,a,b\n',
      {
        kind: 'other-keys',
        line: 1,
        missing: ['source', 'summary', 'id'],
        found: ['guid', 'document', 'claim'],
        likely: { source: 'document', summary: 'claim', id: 'guid' },
      },
    ],
  ])('refuses %j', async (text, fault) => {
    await expect(read([text])).rejects.toMatchObject({ fault });
  });
});

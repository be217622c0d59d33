import { expect, it } from 'vitest';
import { readRows } from '../read-rows.js';
import { chunksOf, listOf } from '../testing/chunks.js';
import { addReferences } from './add-references.js';
import { FirstReferences } from './first-references.js';

const KEYS = { id: 'id', source: 'source', summary: 'summary', reference: 'gold' };

async function read(csv: string) {
  const rows = await listOf(addReferences(readRows(chunksOf(csv), 'csv', KEYS)));
  return rows.map((row) =>
    'problem' in row ? row.problem : [row.id, row.system ?? '', row.source, row.summary, row.line],
  );
}

it('adds the reference behind the first row of its article, once', async () => {
  expect(
    await read(
      ['id,source,summary,gold', '1,A,a1,gold a', '2,A,a2,gold a', '3,B,b1,gold b', '4,A,a3,other gold a'].join('\n'),
    ),
  ).toEqual([
    ['1', '', 'A', 'a1', 2],
    ['1', 'reference', 'A', 'gold a', 2],
    ['2', '', 'A', 'a2', 3],
    ['3', '', 'B', 'b1', 4],
    ['3', 'reference', 'B', 'gold b', 4],
    ['4', '', 'A', 'a3', 5],
  ]);
});

it('adds none for a row without a reference; a later row of the article may have it', async () => {
  expect(await read('id,source,summary,gold\n1,A,a1,\n2,A\n3,A,a3,gold a\n')).toEqual([
    ['1', '', 'A', 'a1', 2],
    'Line 3: the row has 2 cells, the header 4 columns: summary is missing.',
    ['3', '', 'A', 'a3', 4],
    ['3', 'reference', 'A', 'gold a', 4],
  ]);
});

it('tells a repeated reference from another one of the same article', async () => {
  const references = new FirstReferences();
  const kinds = [];
  for (const [article, text] of [
    [0, 'x'],
    [0, 'x'],
    [0, 'y'],
    [1, 'x'],
  ] as const) {
    kinds.push(await references.take(article, text));
  }
  expect(kinds).toEqual(['first', 'repeated', 'other', 'first']);
});

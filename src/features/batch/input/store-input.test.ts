import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { COLUMNS, newDatabase, stored } from '../run/testing/stored-rows.js';
import { storeInput } from './store-input.js';

it('counts what is odd, and leaves nothing out', async () => {
  const { database, id } = await stored('id,article,summary\n1,One.,First.\n1,One.,Second.\n,One.,\n');
  const batch = (await database.readBatch(id)) as { rows: number; notes: string[] };
  expect(batch.rows).toBe(3);
  expect(batch.notes).toEqual([
    '1 row cannot be scored. Line 4: summary is empty.',
    '1 row has no id. The row’s number takes its place.',
    '1 row repeats an id and system of an earlier row, first “1”. All of them are scored.',
    '2 rows share 1 article: the model reads each article once.',
  ]);
});

it.each([
  ['', 'empty'],
  ['id,article,summary\n', 'empty'],
  ['id,article,summary,summary\n1,One.,First.,Again.\n', 'repeated-column'],
  ['id,article,summary\n1,"One.,First.\n', 'open-quote'],
  [
    '{"id": 1, "article": "One.", "summary": "First."}\n{"id": 2, "article": "Two.", "summary": "S.", "label": NaN}',
    'not-a-number',
  ],
])('refuses %j and stores nothing', async (rows, kind) => {
  const database = newDatabase();
  const input = { name: 'rows', blob: new Blob([rows]) };
  await expect(storeInput(input, COLUMNS, database, () => undefined)).rejects.toMatchObject({ fault: { kind } });
  expect(await database.readBatches()).toEqual([]);
});

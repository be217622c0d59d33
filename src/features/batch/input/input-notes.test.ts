import { expect, it } from 'vitest';
import { readRecords } from '../../../batch/readers/read-records.js';
import { chunksOf } from '../../../batch/testing/chunks.js';
import { inputEntries } from './input-entries.js';
import { InputNotes } from './input-notes.js';

const COLUMNS = { source: 'article', summary: 'bart', id: null, system: null, label: null, reference: 'gold' };

async function notesOf(csv: string, scoreReferences: boolean): Promise<readonly string[]> {
  const columns = { ...COLUMNS, scoreReferences };
  const notes = new InputNotes();
  for await (const entry of inputEntries(readRecords(chunksOf(csv)), columns, notes)) void entry;
  return notes.sentences(columns);
}

/** Article B has no summary, and the last row no article: neither row can be scored. */
const CSV = [
  'article,gold,bart',
  'Article A.,Gold A.,First of A.',
  'Article A.,Gold A.,Second of A.',
  'Article B.,Gold B.,',
  ',Gold C.,First of C.',
].join('\n');

it('counts the articles that the model reads, not those of rows that cannot be scored', async () => {
  expect(await notesOf(CSV, true)).toEqual([
    '2 rows cannot be scored. Line 4: bart is empty.',
    '1 reference of 1 article is scored too, each once, by the system “reference”.',
    '2 rows share 1 article: the model reads each article once.',
  ]);
});

it('says that rows share an article where bad rows have others', async () => {
  expect(await notesOf(CSV, false)).toEqual([
    '2 rows cannot be scored. Line 4: bart is empty.',
    '2 rows share 1 article: the model reads each article once.',
  ]);
});

import { expect, it } from 'vitest';
import { type Columns, EACH_SUMMARY } from '../../../batch/columns/columns.js';
import { readRecords } from '../../../batch/readers/read-records.js';
import { chunksOf } from '../../../batch/testing/chunks.js';
import type { BatchEntry } from '../../../state/batch/batch-entry.js';
import { inputEntries } from './input-entries.js';
import { InputNotes } from './input-notes.js';

const COLUMNS: Columns = {
  source: 'article',
  summary: 'bart',
  id: null,
  system: null,
  label: null,
  reference: 'gold',
  scoreReferences: true,
};

async function read(csv: string, columns: Columns) {
  const entries: BatchEntry[] = [];
  const articles: string[] = [];
  const notes = new InputNotes();
  for await (const { entry, article } of inputEntries(readRecords(chunksOf(csv)), columns, notes)) {
    entries.push(entry);
    if (article !== undefined) articles.push(article);
  }
  return { entries, articles, notes: notes.sentences(columns) };
}

const brief = (entries: readonly BatchEntry[]) =>
  entries.map(({ index, id, system, article, summary, reference }) => [index, id, system, article, summary, reference]);

const CSV = [
  'article,gold,bart',
  'Article A.,Gold A.,First of A.',
  'Article B.,,First of B.',
  'Article A.,Gold A.,Second of A.',
  'Article A.,Other gold.,Third of A.',
].join('\n');

it('scores the reference once an article, behind its first row; ids stay the numbers of the rows', async () => {
  const { entries, articles, notes } = await read(CSV, COLUMNS);
  expect(brief(entries)).toEqual([
    [0, 1, 'bart', 0, 'First of A.', 'Gold A.'],
    [1, 1, 'reference', 0, 'Gold A.', undefined],
    [2, 2, 'bart', 1, 'First of B.', undefined],
    [3, 3, 'bart', 0, 'Second of A.', 'Gold A.'],
    [4, 4, 'bart', 0, 'Third of A.', 'Other gold.'],
  ]);
  expect(articles).toEqual(['Article A.', 'Article B.']);
  expect(notes).toEqual([
    '1 row has no text in “gold”, so it has no reference.',
    '1 reference of 2 articles is scored too, each once, by the system “reference”.',
    '1 row has another reference than the first row of the same article, first “4”. Only the first reference is scored.',
    '4 rows share 2 articles: the model reads each article once.',
  ]);
});

it('SummVis: the reference follows all systems of its record', async () => {
  const csv = 'article,gold,summary:a,summary:b\nArticle A.,Gold A.,By a.,By b.';
  const { entries, notes } = await read(csv, { ...COLUMNS, summary: EACH_SUMMARY });
  expect(brief(entries)).toEqual([
    [0, 1, 'a', 0, 'By a.', 'Gold A.'],
    [1, 2, 'b', 0, 'By b.', 'Gold A.'],
    [2, 1, 'reference', 0, 'Gold A.', undefined],
  ]);
  expect(notes[0]).toBe('1 reference of 1 article is scored too, each once, by the system “reference”.');
});

it('keeps references for ROUGE alone if they are not scored', async () => {
  const { entries, notes } = await read(CSV, { ...COLUMNS, scoreReferences: false });
  expect(entries.map(({ system, reference }) => [system, reference])).toEqual([
    [null, 'Gold A.'],
    [null, undefined],
    [null, 'Gold A.'],
    [null, 'Other gold.'],
  ]);
  expect(notes[0]).toBe('1 row has no text in “gold”, so it has no reference.');
});

it('adds none of an article whose reference is a row already, nor of a row that cannot be scored', async () => {
  const csv = [
    'article,gold,text,by',
    'Article A.,Gold A.,Gold A.,reference',
    'Article A.,Gold A.,First of A.,bart',
    'Article B.,Gold B.,,bart',
  ].join('\n');
  const { entries } = await read(csv, { ...COLUMNS, summary: 'text', system: 'by' });
  expect(entries.map(({ system, summary }) => [system, summary])).toEqual([
    ['reference', 'Gold A.'],
    ['bart', 'First of A.'],
    ['bart', ''],
  ]);
});

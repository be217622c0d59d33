import { expect, it } from 'vitest';
import { EACH_SUMMARY } from '../../../batch/columns/columns.js';
import { readHead } from '../../../state/batch/read-head.js';
import { guessStudyColumns, readStudyRows } from './study-rows.js';

const ARTICLE = 'The ferry Linnea ran aground outside Torvik on Tuesday. All 84 passengers were taken off.';
const inputOf = (text: string) => ({ name: 'rows', blob: new Blob([text]) });

async function read(text: string) {
  const step = await readHead(inputOf(text));
  if (step.kind !== 'columns') throw new Error(JSON.stringify(step));
  const columns = guessStudyColumns(step.head, step.columns);
  const { rows, notes } = await readStudyRows(inputOf(text), columns);
  return { columns, rows: rows.map(({ id, system, summary }) => [id, system, summary]), notes };
}

it('two columns of summaries: their names are the systems', async () => {
  const { columns, rows, notes } = await read(
    `id,article,mle,conseq\na,"${ARTICLE}",All 48 were taken off.,All 84 of them were taken off by two boats today.\nb,"${ARTICLE} More.",The ferry sank today.,\n`,
  );
  expect(columns).toMatchObject({ source: 'article', summary: 'mle', second: 'conseq', id: 'id', system: null });
  expect(rows).toEqual([
    ['a', 'mle', 'All 48 were taken off.'],
    ['a', 'conseq', 'All 84 of them were taken off by two boats today.'],
    ['b', 'mle', 'The ferry sank today.'],
  ]);
  expect(notes).toEqual(['1 row is left out. Line 3: conseq is empty.']);
});

it('a column that names the system, and rows without a name', async () => {
  const { columns, rows, notes } = await read(
    `article,summary,model\n"${ARTICLE}",All 48 were taken off.,mle\n"${ARTICLE}",All 84 were taken off.,conseq\n"${ARTICLE}",Nobody was hurt at all.,\n`,
  );
  expect(columns).toMatchObject({ system: 'model', second: null });
  expect(rows.map(([, system]) => system)).toEqual(['mle', 'conseq']);
  expect(notes).toEqual(['1 row is left out. Line 4: the row names no system.']);
});

it('SummVis: a column for each system', async () => {
  const { columns, rows } = await read(
    JSON.stringify({ document: ARTICLE, 'summary:mle': 'All 48 were taken off.', 'summary:conseq': 'All 84 were.' }),
  );
  expect(columns).toMatchObject({ summary: EACH_SUMMARY, second: null });
  expect(rows.map(([, system]) => system)).toEqual(['mle', 'conseq']);
});

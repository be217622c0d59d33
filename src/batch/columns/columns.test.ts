/** Layouts: the fields that the data sets' own repositories document. */
import { describe, expect, it } from 'vitest';
import { readRecords } from '../readers/read-records.js';
import { chunksOf, listOf } from '../testing/chunks.js';
import { type Columns, EACH_SUMMARY } from './columns.js';
import { guessColumns } from './guess-columns.js';
import { mapRecord, type MappedRow } from './map-record.js';
import { nameLayout } from './name-layout.js';

const ARTICLE = 'The ferry Linnea ran aground outside Torvik on Tuesday. All 84 passengers were taken off.';
const SUMMARY = 'The ferry Linnea ran aground.';

async function read(text: string): Promise<{ columns: Columns | undefined; rows: MappedRow[]; layout: unknown }> {
  const records = await listOf(readRecords(chunksOf(text)));
  const values = records.flatMap((record) => ('values' in record ? [record.values] : []));
  const columns = guessColumns(values);
  const rows = columns ? records.flatMap((record) => mapRecord(record, columns)) : [];
  return { columns, rows, layout: nameLayout(Object.keys(values[0] ?? {})) };
}

const jsonl = (...rows: readonly object[]): string => rows.map((row) => JSON.stringify(row)).join('\n');

describe('public layouts', () => {
  it('SummVis: one row a system', async () => {
    const { columns, rows, layout } = await read(
      jsonl({ document: ARTICLE, 'summary:reference': SUMMARY, 'summary:bart': 'All 48 were taken off.' }),
    );
    expect(layout).toBe('SummVis');
    expect(columns).toMatchObject({ source: 'document', summary: EACH_SUMMARY });
    expect(rows.map(({ system, summary, source }) => [system, summary, source])).toEqual([
      ['reference', SUMMARY, ARTICLE],
      ['bart', 'All 48 were taken off.', ARTICLE],
    ]);
  });

  it('QAGS: sentences are joined; the label is the share of sentences that most people call consistent', async () => {
    const vote = (...responses: string[]) => responses.map((response, worker_id) => ({ worker_id, response }));
    const { columns, rows, layout } = await read(
      jsonl({
        article: ARTICLE,
        summary_sentences: [
          { sentence: 'The ferry ran aground.', responses: vote('yes', 'yes', 'no') },
          { sentence: 'Nobody was aboard.', responses: vote('no', 'yes', 'no') },
        ],
      }),
    );
    expect(layout).toBe('QAGS');
    expect(columns).toMatchObject({ source: 'article', summary: 'summary_sentences', label: 'summary_sentences' });
    expect(rows[0]).toMatchObject({ summary: 'The ferry ran aground. Nobody was aboard.', label: 0.5, id: null });
  });

  it('SummEval: the label is the experts’ mean consistency', async () => {
    const expert = (consistency: number) => ({ coherence: 1, consistency, fluency: 5, relevance: 2 });
    const { columns, rows, layout } = await read(
      jsonl({
        id: 'dm-test-1',
        model_id: 'M11',
        decoded: SUMMARY,
        text: ARTICLE,
        reference: 'A ferry ran aground near Torvik, and all aboard are safe.',
        expert_annotations: [expert(5), expert(5), expert(4)],
      }),
    );
    expect(layout).toBe('SummEval');
    expect(columns).toMatchObject({ source: 'text', summary: 'decoded', id: 'id', system: 'model_id' });
    expect(columns?.reference).toBe('reference');
    expect(rows[0]).toMatchObject({ id: 'dm-test-1', system: 'M11', label: expect.closeTo(14 / 3, 12) });
    expect(rows[0]?.reference).toBe('A ferry ran aground near Torvik, and all aboard are safe.');
  });

  it('FRANK, a JSON array: the label is the share of sentences in which most people find no error', async () => {
    const { columns, rows, layout } = await read(
      JSON.stringify([
        {
          hash: 35009641,
          model_name: 'PtGen',
          article: ARTICLE,
          summary: SUMMARY,
          reference: SUMMARY,
          summary_sentences: [SUMMARY],
          summary_sentences_annotations: [
            { annotator_0: ['NoE'], annotator_1: ['NoE'], annotator_2: ['EntE', 'OutE'] },
          ],
        },
      ]),
    );
    expect(layout).toBe('FRANK');
    expect(columns).toMatchObject({ source: 'article', summary: 'summary', id: 'hash', system: 'model_name' });
    expect(rows[0]).toMatchObject({ id: 35009641, system: 'PtGen', label: 1 });
  });
});

describe('guesses', () => {
  it('by contents, where the names say nothing', async () => {
    const { columns } = await read(`n,short,long\n7,"${SUMMARY}","${ARTICLE}"\n`);
    expect(columns).toMatchObject({ source: 'long', summary: 'short', id: null, system: null, label: null });
  });

  it('one part a column: a summary under “system” names no system', async () => {
    const { columns } = await read(`article,system\n"${ARTICLE}","${SUMMARY}"\n`);
    expect(columns).toMatchObject({ source: 'article', summary: 'system', system: null });
  });

  it('none, where only one column holds texts', async () => {
    expect((await read(`id,article\n1,"${ARTICLE}"\n`)).columns).toBeUndefined();
  });
});

describe('references in a column of their own', () => {
  it.each([
    ['document,reference,summary', 'summary', 'reference'],
    ['article,highlights,prediction', 'prediction', 'highlights'],
    ['article,Gold,output', 'output', 'Gold'],
    // The only summary is no reference.
    ['article,highlights', 'highlights', null],
    ['article,reference', 'reference', null],
  ])('%s: the summary is %s, the reference %s', async (header, summary, reference) => {
    const cells = header.split(',').map((_, place) => `"${place === 0 ? ARTICLE : SUMMARY}"`);
    const { columns } = await read(`${header}\n${cells.join(',')}\n`);
    expect(columns).toMatchObject({ summary, reference, scoreReferences: false });
  });

  it('are no guess where the column holds no sentences', async () => {
    const { columns } = await read(`article,summary,reference\n"${ARTICLE}",${SUMMARY},[12]\n`);
    expect(columns?.reference).toBeNull();
  });

  const WIDE = { values: { document: ARTICLE, gold: SUMMARY, short: 'All were safe.' }, line: 2 };
  const COLUMNS = { source: 'document', summary: 'short', id: null, system: null, label: null, reference: 'gold' };

  it('name the system of a summary by its column if references are scored too', () => {
    expect(mapRecord(WIDE, { ...COLUMNS, scoreReferences: false })).toMatchObject([
      { system: null, summary: 'All were safe.', reference: SUMMARY },
    ]);
    expect(mapRecord(WIDE, { ...COLUMNS, scoreReferences: true })).toMatchObject([
      { system: 'short', summary: 'All were safe.', reference: SUMMARY },
    ]);
  });

  it('are missing where the cell is empty or no text, which is no problem of the row', () => {
    for (const gold of [' ', null, 7, ['one']]) {
      const [row] = mapRecord({ ...WIDE, values: { ...WIDE.values, gold } }, { ...COLUMNS, scoreReferences: true });
      expect(row).not.toHaveProperty('reference');
      expect(row?.problem).toBeUndefined();
    }
  });

  it('SummVis: a “summary:…” column that is the reference is no system', () => {
    const values = { document: ARTICLE, 'summary:reference': SUMMARY, 'summary:bart': 'All were safe.' };
    const columns = { ...COLUMNS, summary: EACH_SUMMARY, reference: 'summary:reference', scoreReferences: true };
    expect(mapRecord({ values, line: 1 }, columns)).toMatchObject([{ system: 'bart', reference: SUMMARY }]);
  });
});

describe('rows that lack something', () => {
  it('keep a label out that is no number, and say in which line', async () => {
    const { rows } = await read(
      `id,article,summary,label\n1,"${ARTICLE}",${SUMMARY},NaN\n2,"${ARTICLE}",${SUMMARY},0.5\n`,
    );
    expect(rows.map(({ label, note }) => [label, note])).toEqual([
      [null, undefined],
      [0.5, undefined],
    ]);
  });

  it('name line and column of an empty summary, of a list, and of a ragged row', async () => {
    const csv = await read(`id,article,summary\n1,"${ARTICLE}","${SUMMARY}"\n2,"${ARTICLE}",\n3,"${ARTICLE}"\n`);
    expect(csv.rows.map(({ problem }) => problem)).toEqual([
      undefined,
      'Line 3: summary is empty.',
      'Line 4: the row has 2 cells, the header 3 columns: summary is missing.',
    ]);
    const json = await read(
      jsonl({ id: 1, article: ARTICLE, summary: SUMMARY }, { id: 2, article: ARTICLE, summary: [SUMMARY] }),
    );
    expect(json.rows[1]?.problem).toBe('Line 2: summary must be text, not a list.');
  });

  it('keep all digits of an id', async () => {
    const { rows } = await read(`{"id": 12345678901234567891, "source": "${ARTICLE}", "summary": "${SUMMARY}"}`);
    expect(rows[0]?.id).toBe(12345678901234567891n);
  });
});

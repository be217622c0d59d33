/** An input of 100 MB: 10,000 rows, each with an article of about 10,000 characters. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { SOURCE, SUMMARY } from '../../e2e/fake-scorer/sample-result.js';
import { type CsvRow, encodeCsv, encodeCsvRow } from '../../src/batch/writers/encode-csv.js';

const ARTICLE_CHARACTERS = 10_000;
const COLUMNS = ['id', 'source', 'summary'] as const;
const ARTICLE = SOURCE.repeat(Math.ceil(ARTICLE_CHARACTERS / SOURCE.length)).slice(0, ARTICLE_CHARACTERS);

/** No two articles are equal, so none is stored once for two rows. */
export async function writeRows(path: string, format: 'csv' | 'jsonl', rows: number): Promise<void> {
  const lines = function* (): Generator<string> {
    if (format === 'csv') yield encodeCsv(COLUMNS, []);
    for (let id = 1; id <= rows; id++)
      yield line({ id, source: `${id}. ${ARTICLE}`, summary: `${id}. ${SUMMARY}` }, format);
  };
  await pipeline(Readable.from(lines()), createWriteStream(path));
}

function line(row: CsvRow, format: 'csv' | 'jsonl'): string {
  return format === 'jsonl' ? `${JSON.stringify(row)}\n` : encodeCsvRow(COLUMNS, row);
}

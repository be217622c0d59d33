/** What is measured: the command's pipeline and the page's, each with all its parts but the model and the database. */
import { createReadStream, openAsBlob } from 'node:fs';
import { RowOutput } from '../../cli/output/row-output.js';
import { MODEL } from '../../e2e/fake-scorer/fake-worker.js';
import { sampleResult } from '../../e2e/fake-scorer/sample-result.js';
import { countRows } from '../../src/batch/count-rows.js';
import { readRows } from '../../src/batch/read-rows.js';
import { DEFAULT_KEYS } from '../../src/batch/row.js';
import { type BatchSession, runBatch } from '../../src/batch/run-batch.js';
import { MATCHED } from '../../src/core/protocol.js';
import { methodOf } from '../../src/core/method/scoring-method.js';
import { storeInput } from '../../src/features/batch/input/store-input.js';
import type { BatchDatabase } from '../../src/storage/batch-database.js';

type Format = 'csv' | 'jsonl';
/** Told how many rows are done. */
type OnRows = (rows: number) => void;

const RESULT = sampleResult();

/** A result with ten pairs for each row, each a new object as from a model. */
const FAKE_SESSION: BatchSession = {
  method: methodOf(MATCHED, MODEL),
  score: async () => ({ ok: true, value: structuredClone(RESULT) }),
};

/** Reader, runner and writer of `npx quals score --input … --output …`; the rows are counted first, as there. */
export async function runCommand(input: string, format: Format, onRows: OnRows): Promise<void> {
  const rows = () => readRows(createReadStream(input), format, DEFAULT_KEYS);
  await countRows(rows());
  const output = new RowOutput({ path: `${input}.scores`, renameTo: undefined, continues: false }, format);
  let done = 0;
  const listener = {
    onRow: async (row: Parameters<RowOutput['write']>[0]) => {
      await output.write(row);
      onRows((done += 1));
    },
    onProgress: () => undefined,
  };
  await runBatch(rows(), none(), () => Promise.resolve(FAKE_SESSION), listener);
  await output.finish();
}

/** Reading an input in the batch page, from the file to the list of rows that the page holds. */
export async function readInPage(input: string, onRows: OnRows): Promise<number> {
  const columns = {
    source: 'source',
    summary: 'summary',
    id: 'id',
    system: null,
    label: null,
    reference: null,
    scoreReferences: false,
  };
  const { entries } = await storeInput({ name: 'rows', blob: await openAsBlob(input) }, columns, DATABASE, onRows);
  return entries.length;
}

/** A browser's database is on the disk. */
const DATABASE = {
  writeRows: async () => undefined,
  writeBatch: async () => undefined,
  deleteBatch: async () => undefined,
} as Partial<BatchDatabase> as BatchDatabase;

async function* none(): AsyncGenerator<never> {
  // No earlier rows.
}

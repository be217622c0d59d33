/**
 * Batches in a database of their own: rows and finished results survive the tab. Articles are stored once each, results
 * as compressed bytes, since a result of 200 kB shrinks to a tenth. Values are read as `unknown` where an older version of
 * the page may have written them.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** A batch and the number of a row or an article in it, from 0. */
type Key = [batch: string, index: number];

interface BatchSchema extends DBSchema {
  readonly batches: { readonly key: string; readonly value: unknown };
  readonly articles: { readonly key: Key; readonly value: string };
  readonly rows: { readonly key: Key; readonly value: unknown };
  readonly scores: { readonly key: Key; readonly value: unknown };
  readonly results: { readonly key: Key; readonly value: Uint8Array<ArrayBuffer> };
}

const STORES = ['articles', 'rows', 'scores', 'results'] as const;

export type BatchDatabase = ReturnType<typeof createBatchDatabase>;

/** `name`: of the database; tests have others. Each function rejects where the browser refuses storage or has no room. */
export function createBatchDatabase(name = 'quals-batch') {
  let opening: Promise<IDBPDatabase<BatchSchema>> | undefined;
  const open = (): Promise<IDBPDatabase<BatchSchema>> =>
    (opening ??= openDB<BatchSchema>(name, 1, {
      upgrade: (db) => {
        db.createObjectStore('batches');
        for (const store of STORES) db.createObjectStore(store);
      },
    }).catch((error: unknown) => {
      opening = undefined;
      throw error;
    }));

  return {
    /** By id. */
    readBatches: async (): Promise<readonly unknown[]> => (await open()).getAll('batches'),
    readBatch: async (batch: string): Promise<unknown> => (await open()).get('batches', batch),
    writeBatch: async (batch: string, value: unknown): Promise<void> => {
      await (await open()).put('batches', value, batch);
    },
    /** Adds rows and articles, each with its number. */
    writeRows: async (
      batch: string,
      rows: readonly (readonly [number, unknown])[],
      articles: readonly (readonly [number, string])[],
    ): Promise<void> => {
      const transaction = (await open()).transaction(['rows', 'articles'], 'readwrite');
      for (const [index, row] of rows) void transaction.objectStore('rows').put(row, [batch, index]);
      for (const [index, article] of articles) void transaction.objectStore('articles').put(article, [batch, index]);
      await transaction.done;
    },
    /** In order. */
    readRows: async (batch: string): Promise<readonly unknown[]> => (await open()).getAll('rows', all(batch)),
    readArticle: async (batch: string, index: number): Promise<string | undefined> =>
      (await open()).get('articles', [batch, index]),
    /** Each with the number of its row. */
    readScores: async (batch: string): Promise<readonly (readonly [number, unknown])[]> => {
      const db = await open();
      const [keys, values] = await Promise.all([db.getAllKeys('scores', all(batch)), db.getAll('scores', all(batch))]);
      return keys.map(([, index], place) => [index, values[place]] as const);
    },
    countScores: async (batch: string): Promise<number> => (await open()).count('scores', all(batch)),
    /** `record`: undefined where the row has no result. Both are stored, or none. */
    writeScore: async (batch: string, index: number, score: unknown, record: unknown): Promise<void> => {
      const bytes = record === undefined ? undefined : await compress(JSON.stringify(record));
      const transaction = (await open()).transaction(['scores', 'results'], 'readwrite');
      void transaction.objectStore('scores').put(score, [batch, index]);
      if (bytes) void transaction.objectStore('results').put(bytes, [batch, index]);
      await transaction.done;
    },
    /** Undefined where none is stored. */
    readResult: async (batch: string, index: number): Promise<unknown> => {
      const bytes = await (await open()).get('results', [batch, index]);
      return bytes && (JSON.parse(await expand(bytes)) as unknown);
    },
    /** The rows wait again. */
    deleteScores: async (batch: string, indices: readonly number[]): Promise<void> => {
      const transaction = (await open()).transaction(['scores', 'results'], 'readwrite');
      for (const index of indices) {
        void transaction.objectStore('scores').delete([batch, index]);
        void transaction.objectStore('results').delete([batch, index]);
      }
      await transaction.done;
    },
    deleteBatch: async (batch: string): Promise<void> => {
      const transaction = (await open()).transaction(['batches', ...STORES], 'readwrite');
      void transaction.objectStore('batches').delete(batch);
      for (const store of STORES) void transaction.objectStore(store).delete(all(batch));
      await transaction.done;
    },
  };
}

function all(batch: string): IDBKeyRange {
  return IDBKeyRange.bound([batch, 0], [batch, Infinity]);
}

function compress(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return through(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip')));
}

async function expand(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new TextDecoder().decode(await through(stream));
}

async function through(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
}

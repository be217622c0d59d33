/** Writes entries into the history's database, as if they had been scored one hour after another from 2026-01-01 on. */
import type { Page } from '@playwright/test';
import { deflateRawSync } from 'node:zlib';
import { encodeResult } from '../../src/core/record/encode-record.js';
import { sampleResult, SOURCE, SUMMARY } from '../fake-scorer/sample-result.js';

const RECORD = encodeResult(sampleResult(), { texts: { source: SOURCE, summary: SUMMARY }, createdAt: null });
const CONTENTS = [...deflateRawSync(`${JSON.stringify(RECORD)}\n`)];

/** `odd`: changes of single entries, by number. The page has to be open; the list is read again when its page opens. */
export async function fillHistory(
  page: Page,
  count: number,
  odd: Readonly<Record<number, object>> = {},
): Promise<void> {
  await page.evaluate(
    async ({ total, changes, contents }) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('quals-history', 1);
        opening.onupgradeneeded = () => {
          for (const table of ['entries', 'texts', 'contents', 'choices']) opening.result.createObjectStore(table);
        };
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(new Error('not opened'));
      });
      const transaction = db.transaction(['entries', 'texts', 'contents'], 'readwrite');
      const bytes = new Uint8Array(contents);
      for (let number = 0; number < total; number++) {
        const keptAt = new Date(2026, 0, 1, number).toISOString();
        const score = -number / 1000;
        const entry = { kind: 'single', title: `Entry ${number}`, keptAt, pinned: false, results: 1 };
        const form = { lowest: score, highest: score, bytes: bytes.length, version: 1, recordVersion: 1 };
        transaction.objectStore('entries').put({ ...entry, ...form, ...changes[number] }, `id-${number}`);
        transaction.objectStore('texts').put(`klitschko number ${number}`, `id-${number}`);
        transaction.objectStore('contents').put(bytes, `id-${number}`);
      }
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(new Error('not written'));
      });
      db.close();
    },
    { total: count, changes: odd, contents: CONTENTS },
  );
}

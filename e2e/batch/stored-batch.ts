/** Puts a finished batch into the page's database, as a visit before would have left it. */
import type { Page } from '@playwright/test';
import { MATCHED } from '../../src/core/protocol.js';
import { methodOf } from '../../src/core/method/scoring-method.js';
import { MODEL, type Play } from '../fake-scorer/fake-worker.js';
import { sampleResult, SOURCE } from '../fake-scorer/sample-result.js';
import { SCORED, SCORING } from '../pictures/result-states.js';

const SYSTEMS = ['bart', 'pegasus', 'lead-3'] as const;
const METHOD = methodOf(MATCHED, MODEL);

/** A worker whose results are of the method that the page names. */
export const BATCH_PLAY: Play = {
  ...SCORED,
  score: {
    progress: SCORING,
    outcome: { ok: true, value: { ...sampleResult(), normalisation: METHOD.normalisation } },
  },
};

/** Row `index` is of article `index / systems`, of system `index % systems`. One in fifty has no score; the last `waiting` rows wait. */
export async function storeBatch(page: Page, rows: number, waiting = 0): Promise<void> {
  await page.evaluate(
    async ({ rows, waiting, systems, method, source }) => {
      const request = indexedDB.open('quals-batch', 1);
      const stores = ['batches', 'articles', 'rows', 'scores', 'results'];
      request.onupgradeneeded = () => stores.forEach((store) => request.result.createObjectStore(store));
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const id = 'stored-before';
      const columns = { source: 'document', summary: 'summary', id: 'id', system: 'system', label: 'label' };
      const change = db.transaction(stores, 'readwrite');
      // No function with a name: esbuild would add a call that the page does not have.
      change
        .objectStore('batches')
        .put(
          { version: 1, id, name: 'xsum.jsonl', createdAt: '2026-01-04T10:00:00Z', rows, columns, method, notes: [] },
          id,
        );
      for (let index = 0; index < rows; index++) {
        const article = Math.floor(index / systems.length);
        const place = index % systems.length;
        if (place === 0) change.objectStore('articles').put(source, [id, article]);
        const noise = Math.abs(Math.sin(index * 12.9898) * 43758.5453) % 1;
        const quals = -(noise ** 2.2) * 2.6 - place * 0.1 - 0.01;
        change.objectStore('rows').put(
          {
            index,
            id: `xsum-${20000 + article}`,
            system: systems[place],
            label: quals + Math.sin(index * 7.3) > -0.7 ? 1 : 0,
            summary: `Summary ${index}: Hull City have signed the midfielder on loan until the end of the season, after two years in which a knee injury kept him from all but seven matches.`,
            article,
            articleWords: 180 + (index % 411),
            line: index + 1,
          },
          [id, index],
        );
        if (index >= rows - waiting) continue;
        const score =
          index % 50 === 49
            ? { outcome: 'unscorable', written: 60, seconds: 30 + noise }
            : { outcome: 'scored', quals, answerGap: quals * 2, pairs: 8 + (index % 5), seconds: 38 + 6 * noise };
        change.objectStore('scores').put(score, [id, index]);
      }
      await new Promise((resolve, reject) => {
        change.oncomplete = resolve;
        change.onerror = () => reject(change.error);
      });
      db.close();
    },
    { rows, waiting, systems: SYSTEMS, method: METHOD, source: SOURCE },
  );
}

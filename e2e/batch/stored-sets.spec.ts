/** The list of batches that this device has: a deletion is asked about, and one that the browser refuses is said. */
import { expect } from '@playwright/test';
import { openWith } from '../open-page.js';
import { test } from '../page-test.js';
import { BATCH_PLAY, storeBatch } from './stored-batch.js';

test('a stored batch is deleted after a question, and a refused deletion is said beside it', async ({ page }) => {
  await openWith(page, BATCH_PLAY);
  await storeBatch(page, 3);
  await page.goto('#batch');
  const stored = page.getByRole('region', { name: 'Batches on this device' });
  const remove = stored.getByRole('button', { name: 'Delete xsum.jsonl' });

  await remove.press('Enter');
  await expect(stored.getByRole('button', { name: 'Keep' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(remove).toBeFocused();

  const sure = stored
    .getByRole('group', { name: 'Delete it with its results?' })
    .getByRole('button', { name: 'Delete' });
  await page.evaluate(() => {
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (names, mode, options) {
      if (mode !== 'readwrite' || !String(names).includes('batches'))
        return transaction.call(this, names, mode, options);
      IDBDatabase.prototype.transaction = transaction;
      throw new DOMException('Refused.', 'InvalidStateError');
    };
  });
  await remove.press('Enter');
  await sure.click();
  await expect(stored.getByRole('alert')).toContainText('“xsum.jsonl” was not deleted');
  await expect(remove).toBeFocused();

  await remove.press('Enter');
  await sure.press('Enter');
  await expect(stored).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('a deletion that ends leaves the question about another batch open', async ({ page }) => {
  await openWith(page, BATCH_PLAY);
  await storeBatch(page, 3);
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('quals-batch');
        opening.onerror = () => reject(new Error('not opened'));
        opening.onsuccess = () => {
          const change = opening.result.transaction('batches', 'readwrite');
          const batches = change.objectStore('batches');
          const reading = batches.get('stored-before');
          reading.onsuccess = () => batches.put({ ...reading.result, id: 'other', name: 'cnn.jsonl' }, 'other');
          change.onerror = () => reject(new Error('not stored'));
          change.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
  await page.goto('#batch');
  const stored = page.getByRole('region', { name: 'Batches on this device' });
  await stored.getByRole('button', { name: 'Delete xsum.jsonl' }).click();
  // At once, while the first one is still being deleted.
  await stored.evaluate((list) => {
    list.querySelector<HTMLElement>('[role=group] button')?.click();
    list.querySelector<HTMLElement>('[aria-label="Delete cnn.jsonl"]')?.click();
  });
  await expect(stored.getByText('xsum.jsonl')).toHaveCount(0);
  await expect(stored.getByRole('button', { name: 'Keep' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(stored.getByRole('button', { name: 'Delete cnn.jsonl' })).toBeFocused();
});

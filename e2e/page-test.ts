/** The `test` of every spec: it fails if a page throws an error that nothing catches. */
import { expect, test as base } from '@playwright/test';

export const test = base.extend<{ readonly thrown: string[] }>({
  thrown: [
    async ({ context }, use) => {
      const thrown: string[] = [];
      context.on('weberror', (thrownError) => thrown.push(String(thrownError.error().stack)));
      await use(thrown);
      expect(thrown, 'errors that a page threw').toEqual([]);
    },
    { auto: true },
  ],
});

import { describe, expect, it } from 'vitest';
import { chunksOf, listOf } from '../testing/chunks.js';
import { mapAhead } from './map-ahead.js';

/** Results that the test gives, in any order. */
function byHand() {
  const started: number[] = [];
  const gates = new Map<number, (value: string) => void>();
  const map = (item: number): Promise<string> =>
    new Promise((resolve) => {
      started.push(item);
      gates.set(item, resolve);
    });
  return { started, map, give: (item: number) => gates.get(item)?.(`result ${item}`) };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('mapAhead', () => {
  it('keeps the order, with as many items under way as allowed', async () => {
    const { started, map, give } = byHand();
    const results = listOf(mapAhead(chunksOf(1, 2, 3), 2, map));
    await settled();
    expect(started).toEqual([1, 2]);
    give(2);
    await settled();
    expect(started).toEqual([1, 2]);
    give(1);
    await settled();
    expect(started).toEqual([1, 2, 3]);
    give(3);
    expect(await results).toEqual(['result 1', 'result 2', 'result 3']);
  });

  it('gives a result while the next item is still to come', async () => {
    const items = (async function* () {
      yield 1;
      await new Promise(() => undefined);
    })();
    const results = mapAhead(items, 4, (item) => Promise.resolve(item));
    expect(await results.next()).toEqual({ done: false, value: 1 });
    // And ends all the same.
    await results.return(undefined);
  });

  it('gives the results before an error first', async () => {
    const seen: number[] = [];
    const fails = async (): Promise<void> => {
      const map = (item: number) => (item === 2 ? Promise.reject(new Error('lost')) : Promise.resolve(item));
      for await (const result of mapAhead(chunksOf(1, 2, 3), 3, map)) seen.push(result);
    };
    await expect(fails()).rejects.toThrow('lost');
    expect(seen).toEqual([1]);
  });
});

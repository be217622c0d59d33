import { atom } from 'nanostores';
import { beforeEach, expect, it } from 'vitest';
import type { StorageState } from './storage.js';
import { createWriteValue, type WriteValue } from './stored-values.js';

let $storage: ReturnType<typeof atom<StorageState>>;
let written: [string, unknown][];
/** Why the browser does not write a value. */
let refusals: Record<string, string>;
let write: WriteValue;

beforeEach(() => {
  $storage = atom<StorageState>('kept');
  [written, refusals] = [[], {}];
  write = createWriteValue($storage, {
    writeCurrent: async (key, value) => {
      if (refusals[key]) throw new DOMException('', refusals[key]);
      written.push([key, value]);
    },
  });
});

it('tells a full device from a browser that refuses storage', async () => {
  refusals = { texts: 'QuotaExceededError' };
  await write('texts', () => 1);
  expect($storage.get()).toBe('full');
  refusals = { result: 'SecurityError' };
  await write('result', () => 2);
  expect($storage.get()).toBe('refused');
});

it('is well again once there is room, and writes what it could not write', async () => {
  refusals = { 'comparison-scores': 'QuotaExceededError' };
  await write('comparison-scores', () => 'large');
  await write('texts', () => 'small');
  expect($storage.get()).toBe('full');
  refusals = {};
  await write('texts', () => 'small too');
  expect($storage.get()).toBe('kept');
  expect(written).toEqual([
    ['texts', 'small'],
    ['texts', 'small too'],
    ['comparison-scores', 'large'],
  ]);
});

it('writes all that it could not write, their newest values, when it is told to try again', async () => {
  refusals = { texts: 'QuotaExceededError', result: 'QuotaExceededError' };
  let text = 'typed';
  await write('texts', () => text);
  await write('result', () => 'result');
  await write.retry();
  expect([$storage.get(), written]).toEqual(['full', []]);
  [refusals, text] = [{ result: 'QuotaExceededError' }, 'typed since'];
  await write.retry();
  expect([$storage.get(), written]).toEqual(['full', [['texts', 'typed since']]]);
  refusals = {};
  await write.retry();
  await write.retry();
  expect([$storage.get(), written.slice(1)]).toEqual(['kept', [['result', 'result']]]);
});

it('starts all of them at once: a page that closes has no time', async () => {
  const begun: string[] = [];
  let isRefused = true;
  write = createWriteValue($storage, {
    writeCurrent: (key) => {
      if (isRefused) return Promise.reject(new DOMException('', 'QuotaExceededError'));
      begun.push(key);
      return new Promise(() => undefined);
    },
  });
  await write('texts', () => 1);
  await write('result', () => 2);
  isRefused = false;
  void write.retry();
  expect(begun).toEqual(['texts', 'result']);
});

it('leaves what others found out alone where nothing waits', async () => {
  $storage.set('refused');
  await write.retry();
  expect($storage.get()).toBe('refused');
});

import { expect, it, vi } from 'vitest';
import { cutToLimit } from './cut-to-limit.js';

/** One token per word. */
const countWords = (text: string) =>
  Promise.resolve({ ok: true, value: text.split(/\s+/).filter(Boolean).length } as const);

it('keeps whole sentences from the beginning', async () => {
  const text = 'One two three. Four five. Six seven eight nine.';
  const cut = (limit: number) => cutToLimit(text, 'beginning', limit, countWords);
  expect(await cut(5)).toEqual({ ok: true, value: 'One two three. Four five.' });
  expect(await cut(8)).toEqual({ ok: true, value: 'One two three. Four five.' });
  expect(await cut(9)).toEqual({ ok: true, value: text });
});

it('keeps whole sentences from the end', async () => {
  const text = 'One two three. Four five. Six seven eight nine.';
  const cut = (limit: number) => cutToLimit(text, 'end', limit, countWords);
  expect(await cut(4)).toEqual({ ok: true, value: 'Six seven eight nine.' });
  expect(await cut(8)).toEqual({ ok: true, value: 'Four five. Six seven eight nine.' });
  expect(await cut(9)).toEqual({ ok: true, value: text });
});

it('cuts between words if one sentence is too long', async () => {
  expect(await cutToLimit('One two three four five', 'beginning', 3, countWords)).toMatchObject({
    value: 'One two three',
  });
  expect(await cutToLimit('One two three four five', 'end', 2, countWords)).toMatchObject({ value: 'four five' });
});

it('cuts inside a word that alone is too long, never inside a character', async () => {
  const countUnits = (text: string) => Promise.resolve({ ok: true, value: text.length } as const);
  expect(await cutToLimit('aaaaaaaa', 'beginning', 3, countUnits)).toMatchObject({ value: 'aaa' });
  expect(await cutToLimit('👍👍👍👍', 'end', 5, countUnits)).toMatchObject({ value: '👍👍' });
});

it('does not count a megabyte to keep a page of it', async () => {
  const count = vi.fn(countWords);
  const text = 'Four words a sentence. '.repeat(50_000);
  expect(await cutToLimit(text, 'end', 9, count)).toMatchObject({
    value: 'Four words a sentence. Four words a sentence. ',
  });
  expect(Math.max(...count.mock.calls.map(([each]) => each.length))).toBeLessThan(1000);
});

it('passes a fault on', async () => {
  const fault = { code: 'not-loaded', detail: '' } as const;
  const failing = () => Promise.resolve({ ok: false, fault } as const);
  expect(await cutToLimit('One. Two.', 'beginning', 3, failing)).toEqual({ ok: false, fault });
});

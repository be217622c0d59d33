import { expect, it } from 'vitest';
import { cutToLimit } from './cut-to-limit.js';

/** One token a word. */
const countWords = (text: string) =>
  Promise.resolve({ ok: true, value: text.split(/\s+/).filter(Boolean).length } as const);

it('keeps whole sentences', async () => {
  const text = 'One two three. Four five. Six seven eight nine.';
  expect(await cutToLimit(text, 5, countWords)).toEqual({ ok: true, value: 'One two three. Four five.' });
  expect(await cutToLimit(text, 8, countWords)).toEqual({ ok: true, value: 'One two three. Four five.' });
  expect(await cutToLimit(text, 9, countWords)).toEqual({ ok: true, value: text });
});

it('cuts after a word where the first sentence is too long', async () => {
  expect(await cutToLimit('One two three four five', 3, countWords)).toEqual({ ok: true, value: 'One two three' });
});

it('hands on a fault', async () => {
  const fault = { code: 'not-loaded', detail: '' } as const;
  const failing = () => Promise.resolve({ ok: false, fault } as const);
  expect(await cutToLimit('One. Two.', 3, failing)).toEqual({ ok: false, fault });
});

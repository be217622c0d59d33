import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText } from './normalise-text.js';
import { repeatedSentences, withoutRepeats } from './repeated-sentences.js';

const ONE = 'A depth sounder put the ferry on a sandbank.';
const TWO = 'Its 84 passengers were rescued.';
const once = (text: string): string => withoutRepeats(normaliseText(text)).text;

describe('withoutRepeats', () => {
  it.each([
    [`${ONE} ${TWO} ${ONE} ${TWO} ${ONE} ${TWO}`, `${ONE} ${TWO}`],
    [`${ONE} ${ONE}`, ONE],
    [`${ONE}\n${ONE.toUpperCase()}\n${TWO}`, `${ONE}\n${TWO}`],
    [`- ${ONE}\n- ${TWO}\n- ${ONE}`, `- ${ONE}\n- ${TWO}`],
    // Two sentences with the same beginning.
    [
      'The top prize went to Mr. Jones. The top prize went to Mr. Smith.',
      'The top prize went to Mr. Jones. The top prize went to Mr. Smith.',
    ],
    // Nothing repeats, or too little to be a mistake.
    [`${ONE} ${TWO}`, `${ONE} ${TWO}`],
    ['No. No. Oh no. Oh no.', 'No. No. Oh no. Oh no.'],
    ['', ''],
  ])('reads %j as %j', (text, read) => {
    expect(once(text)).toBe(read);
  });

  it('maps what is left to its place in the original', () => {
    const original = `  ${ONE}  ${ONE} ${TWO}`;
    const { text, toOriginal } = withoutRepeats(normaliseText(original));
    const start = text.indexOf('Its 84');
    const span = toOriginal({ start, end: start + 6 });
    expect(original.slice(span.start, span.end)).toBe('Its 84');
    expect(toOriginal({ start: 0, end: 1 })).toEqual({ start: 2, end: 3 });
    expect(() => toOriginal({ start: 0, end: text.length + 1 })).toThrow(RangeError);
  });

  it('leaves each sentence once, in the order of their first places', () => {
    const sentences = ['Anna bought twelve books.', 'It rained all day.', 'Nobody was hurt, he said.'];
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 8 }), (order) => {
        const text = order.map((index) => sentences[index]).join(' ');
        expect(once(text)).toBe([...new Set(order)].map((index) => sentences[index]).join(' '));
      }),
    );
  });
});

it('says which sentences repeat', () => {
  const text = `${ONE} ${TWO} ${ONE}`;
  expect(repeatedSentences(text).map(({ start, end }) => text.slice(start, end))).toEqual([ONE]);
});

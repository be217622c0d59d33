import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText } from './normalise-text.js';

/** Letters, marks, blanks and everything that the recipe changes, far more often than by chance. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom('a', 'B', '7', '.', 'é', 'e\u0301', '\u0301', '\u0323', '각', '\u1100\u1161\u11a8', '👩‍👩‍👧'),
      fc.constantFrom(' ', '  ', '\n', '\r\n', '\t', '\u00a0', '\u202f', '\u2028', '\u2000', '\u0085', '\u3000'),
      fc.constantFrom('\u00ad', '\u200b', '\u2060', '\ufeff', '\u200d', '\ud83d', '\udc00'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));

const invisible = fc.constantFrom('\u00ad', '\u200b', '\u2060', '\ufeff');

describe('normaliseText', () => {
  it.each([
    ['Anna bought 12 books.', 'Anna bought 12 books.'],
    ['\ufeff  Anna \t bought\n', 'Anna bought'],
    ['One paragraph. \r\n\r\n Another.', 'One paragraph.\nAnother.'],
    ['a line\u2028b', 'a line\nb'],
    ['depth soun\u00adder', 'depth sounder'],
    ['Lin\u200bnea\u2060', 'Linnea'],
    ['84\u00a0passengers, 24\u202f%', '84 passengers, 24 %'],
    ['cafe\u0301, cafe\u200b\u0301', 'café, café'],
    ['a \u200b b', 'a b'],
    // Joiners change what a person sees and stay; so does what NFKC alone would change.
    ['👩\u200d👧 ﬁ ½', '👩\u200d👧 ﬁ ½'],
    [' \u200b\n\ufeff', ''],
    ['', ''],
  ])('turns %j into %j', (original, text) => {
    expect(normaliseText(original).text).toBe(text);
  });

  it.each([
    // In the normalised text, then in the original.
    ['  Anna', [0, 4], [2, 6]],
    ['soun\u00adder', [0, 7], [0, 8]],
    ['soun\u00adder', [4, 7], [5, 8]],
    ['a \u200b b', [1, 2], [1, 4]],
    ['cafe\u0301 x', [3, 4], [3, 5]],
    ['cafe\u0301 x', [5, 6], [6, 7]],
    [' a ', [1, 1], [2, 2]],
    ['', [0, 0], [0, 0]],
  ])('in %j %j comes from %j', (original, [start, end], [from, to]) => {
    expect(normaliseText(original).toOriginal({ start: start as number, end: end as number })).toEqual({
      start: from,
      end: to,
    });
  });

  it.each([
    [-1, 1],
    [2, 1],
    [0, 5],
  ])('refuses a span from %i to %i outside a text of four characters', (start, end) => {
    expect(() => normaliseText(' Anna ').toOriginal({ start, end })).toThrow(RangeError);
  });

  it('changes nothing a second time', () => {
    fc.assert(
      fc.property(hostile, (original) => {
        const { text } = normaliseText(original);
        expect(normaliseText(text).text).toBe(text);
        expect(text.normalize('NFC')).toBe(text);
        expect(text).not.toMatch(/^\s|\s$|\s\s|[\u00ad\u200b\u2060\ufeff\u00a0\u202f]/u);
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives the same text whatever invisible characters are put in', () => {
    fc.assert(
      fc.property(hostile, fc.array(fc.tuple(fc.nat(), invisible)), (original, insertions) => {
        let changed = original;
        for (const [place, character] of insertions) {
          const at = place % (changed.length + 1);
          changed = changed.slice(0, at) + character + changed.slice(at);
        }
        expect(normaliseText(changed).text).toBe(normaliseText(original).text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('maps each word to a stretch of the original that is that word', () => {
    fc.assert(
      fc.property(hostile, (original) => {
        const { text, toOriginal } = normaliseText(original);
        let before = 0;
        for (const { index, 0: word } of text.matchAll(/\S+/gu)) {
          const { start, end } = toOriginal({ start: index, end: index + word.length });
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(original.length);
          expect(start).toBeLessThan(end);
          expect(end).toBeGreaterThanOrEqual(before);
          before = end;
          expect(normaliseText(original.slice(start, end)).text).toBe(word);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScoredPair, Span } from '../../core/score.js';
import { dropStep } from './mark-scale.js';
import { segments } from './summary-segments.js';
import { type Sketch, sketchPair } from '../testing/sketch-pair.js';

const span = (start: number, end: number): Span => ({ start, end });

/** A pair on one place of the text. `drops`: of its answer's tokens, as factors: 20 is twenty times less likely given the article. */
function pairAt(quals: number, place: Span, ...drops: readonly (readonly [string, number])[]): ScoredPair {
  const answer = drops.map(([text, factor]): Sketch => [text, 0.9, 0.9 / factor]);
  const pair = sketchPair([['Q', 0.5, 0.5]], ['', 0.5, 0.5], answer, ['', 0.5, 0.5], { spans: [place] });
  return { ...pair, quals };
}

describe('steps', () => {
  it.each([
    [0.5, 0],
    [1.99, 0],
    [2.01, 1],
    [4.99, 1],
    [5.01, 2],
    [19.9, 2],
    [20.1, 3],
    [99, 3],
    [101, 4],
    [999, 4],
    [1_001, 5],
    [9_999, 5],
    [10_001, 6],
  ])('puts a word that is %d times less likely in step %d', (factor, step) => {
    expect(dropStep(-Math.log(factor))).toBe(step);
  });
});

describe('segments of a summary', () => {
  const text = 'Anthony Joshua won';

  it('leaves unmarked text alone', () => {
    expect(segments(text, [])).toEqual([
      { text, places: [], step: undefined, worst: undefined, ending: [], endsVerbatim: false, differs: false },
    ]);
    expect(segments('', [])).toEqual([]);
  });

  it('marks each word of an answer by its own drop, in the answer in which it is largest', () => {
    const pairs = [
      pairAt(-2.6, span(0, 14), ['Anthony', 3], [' Joshua', 200]),
      pairAt(-0.3, span(8, 14), [' Joshua', 1_500]),
      pairAt(-0.2, span(0, 14), ['Anthony', 1], [' Joshua', 1]),
    ];
    const pieces = segments(text, pairs);
    expect(pieces.map(({ text: piece, step, worst }) => [piece, step, worst])).toEqual([
      ['Anthony', 1, 0],
      // Between the words: part of the answers, but no word. The pair with the widest gap.
      [' ', 0, 0],
      ['Joshua', 5, 1],
      [' won', undefined, undefined],
    ]);
    expect(pieces[0]?.ending).toEqual([]);
    expect(pieces[2]?.ending.map(({ pairs: numbers, gap, overlaps }) => [numbers, gap, overlaps])).toEqual([
      [[1], -0.3, true],
      [[0, 2], -2.6, true],
    ]);
  });

  it.each([
    ['the word with the largest drop of all its pairs', [3, 200], [1_500, 1], 'Anthony'],
    ['no word, where none is more than twice less likely', [1.5, 1.9], [1, 1], undefined],
  ] as const)('names %s as the darkest of an answer', (_, [first, second], [third, fourth], darkest) => {
    const pairs = [
      pairAt(-2.6, span(0, 14), ['Anthony', first], [' Joshua', second]),
      pairAt(-0.3, span(0, 14), ['Anthony', third], [' Joshua', fourth]),
    ];
    expect(segments(text, pairs).flatMap(({ ending }) => ending.map((place) => place.darkest))).toEqual([darkest]);
  });

  it('names no darkest word in an answer of one word', () => {
    const pieces = segments(text, [pairAt(-0.3, span(8, 14), [' Joshua', 1_500])]);
    expect(pieces.flatMap(({ ending }) => ending.map((place) => place.darkest))).toEqual([undefined]);
  });

  it('marks a word once where it is part of two crossing answers', () => {
    const crossing = [
      pairAt(-0.3, span(0, 14), ['Anthony', 1], [' Joshua', 3]),
      pairAt(-1, span(8, 18), ['Joshua', 30], [' won', 1]),
    ];
    expect(segments(text, crossing).map(({ text: piece, step, worst }) => [piece, step, worst])).toEqual([
      ['Anthony', 0, 0],
      [' ', 0, 0],
      ['Joshua', 3, 1],
      [' ', 0, 1],
      ['won', 0, 1],
    ]);
  });

  it('marks no answer inside a sentence that is in the article, but keeps its pairs', () => {
    const pairs = [
      pairAt(-2.6, span(0, 2), ['He', 50]),
      pairAt(-1, span(3, 11), ['ran', 50], ['. She', 50]),
      pairAt(-0.3, span(8, 16), ['She', 1], [' swam', 3]),
    ];
    const pieces = segments('He ran. She swam', pairs, [span(0, 7), span(9, 9), span(3, 90)]);
    expect(pieces.map(({ text: piece, step, worst, endsVerbatim }) => [piece, step, worst, endsVerbatim])).toEqual([
      ['He', undefined, 0, false],
      [' ', undefined, undefined, false],
      // The second answer goes on after the sentence: it is marked.
      ['ran', 3, 1, false],
      ['.', 0, 1, true],
      [' ', 0, 1, false],
      ['She', 3, 1, false],
      [' ', 0, 2, false],
      ['swam', 1, 2, false],
    ]);
    expect(pieces.flatMap(({ ending }) => ending.map(({ isVerbatim }) => isVerbatim))).toEqual([true, false, false]);
  });

  it('cuts an answer where words begin to differ from another summary', () => {
    const pair = pairAt(-1, span(0, 14), ['Anthony', 10], [' Joshua', 10]);
    expect(
      segments(text, [pair], [], [span(8, 18), span(30, 40)]).map((each) => [each.text, each.step, each.differs]),
    ).toEqual([
      ['Anthony', 2, false],
      [' ', 0, false],
      ['Joshua', 2, true],
      [' won', undefined, true],
    ]);
  });

  it('leaves out spans that are no part of the text', () => {
    const pair = { ...pairAt(-1, span(2, 2), ['a', 2]), answerSpans: [span(2, 2), span(-1, 2), span(1, 9)] };
    expect(segments('abc', [pair])).toHaveLength(1);
  });

  it('loses no character and marks exactly the covered ones', () => {
    const spans = fc
      .tuple(fc.nat(30), fc.integer({ min: 1, max: 12 }))
      .map(([start, size]) => span(start, Math.min(30, start + size)));
    fc.assert(
      fc.property(fc.array(fc.array(spans, { maxLength: 3 }), { maxLength: 8 }), (sketches) => {
        const sample = 'abc defg, hijk lm nop qrs tuvw';
        const scored = sketches.map((answerSpans) => ({ ...pairAt(-1, span(0, 1), ['a', 30]), answerSpans }));
        const pieces = segments(sample, scored);
        expect(pieces.map((piece) => piece.text).join('')).toBe(sample);
        let at = 0;
        for (const piece of pieces) {
          const end = at + piece.text.length;
          const covering = scored.filter(({ answerSpans }) =>
            answerSpans.some((s) => s.start <= at && s.end >= end && s.end > s.start),
          );
          expect(piece.step === undefined).toBe(covering.length === 0);
          // A word has the one drop of all pairs; between words there is none.
          if (piece.step !== undefined) expect(piece.step).toBe(/[a-z]/u.test(piece.text) ? 3 : 0);
          at = end;
        }
      }),
    );
  });
});

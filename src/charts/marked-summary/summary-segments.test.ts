import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScoredPair, Span } from '../../core/score.js';
import { gapStep } from './gap-scale.js';
import { segments } from './summary-segments.js';
import { sketchPair } from '../testing/sketch-pair.js';

const base = sketchPair([['Q', 0.5, 0.5]], ['', 0.5, 0.5], [[' a', 0.5, 0.5]], ['', 0.5, 0.5]);
const pairAt = (quals: number, ...answerSpans: Span[]): ScoredPair => ({ ...base, quals, answerSpans });
const span = (start: number, end: number): Span => ({ start, end });

describe('gap steps', () => {
  it.each([
    [0.2, 0],
    [-0.1, 0],
    [-0.101, 1],
    [-0.25, 1],
    [-0.5, 2],
    [-0.9, 3],
    [-1.4, 4],
    [-2, 5],
    [-2.001, 6],
  ])('puts %d in step %d', (quals, step) => {
    expect(gapStep(quals)).toBe(step);
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

  it('keeps a short answer inside a longer one visible: its own line, its own numbers', () => {
    const pieces = segments(text, [pairAt(-2.6, span(0, 14)), pairAt(-0.3, span(8, 14)), pairAt(-0.2, span(0, 14))]);
    expect(pieces.map(({ text: piece, step }) => [piece, step])).toEqual([
      ['Anthony ', 6],
      ['Joshua', 6],
      [' won', undefined],
    ]);
    // The shorter answer's line is nearer to the text, and has the weight of its own pair.
    expect(pieces[1]?.places.map(({ lane, step, pairs }) => [lane, step, pairs])).toEqual([
      [0, 2, [1]],
      [1, 6, [0, 2]],
    ]);
    expect(pieces[0]?.ending).toEqual([]);
    expect(pieces[1]?.ending.map(({ pairs }) => pairs)).toEqual([[1], [0, 2]]);
  });

  it('takes the worst pair of each character where answers cross', () => {
    const pieces = segments('abcdefghij', [pairAt(-0.3, span(0, 6)), pairAt(-1, span(4, 10))]);
    expect(pieces.map(({ text: piece, step, worst }) => [piece, step, worst])).toEqual([
      ['abcd', 2, 0],
      ['ef', 4, 1],
      ['ghij', 4, 1],
    ]);
    expect(pieces[1]?.places.every(({ overlaps }) => overlaps)).toBe(true);
  });

  it('marks no answer inside a sentence that is in the article, but keeps its pairs', () => {
    const pairs = [pairAt(-2.6, span(0, 3)), pairAt(-1, span(2, 7)), pairAt(-0.3, span(6, 8))];
    const pieces = segments('abcd.efgh', pairs, [span(0, 5), span(7, 7), span(3, 90)]);
    expect(pieces.map(({ text: piece, step, worst, endsVerbatim }) => [piece, step, worst, endsVerbatim])).toEqual([
      ['ab', undefined, 0, false],
      // The second answer goes on after the sentence: it is marked.
      ['c', 4, 0, false],
      ['d.', 4, 1, true],
      ['e', 4, 1, false],
      ['f', 4, 1, false],
      ['g', 2, 2, false],
      ['h', undefined, undefined, false],
    ]);
    expect(pieces.flatMap(({ ending }) => ending.map(({ isVerbatim }) => isVerbatim))).toEqual([true, false, false]);
  });

  it('cuts an answer where words begin to differ from another summary', () => {
    const pieces = segments('Anthony Joshua won', [pairAt(-1, span(0, 14))], [], [span(8, 18), span(30, 40)]);
    expect(pieces.map(({ text: piece, step, differs }) => [piece, step, differs])).toEqual([
      ['Anthony ', 4, false],
      ['Joshua', 4, true],
      [' won', undefined, true],
    ]);
  });

  it('leaves out spans that are no part of the text', () => {
    expect(segments('abc', [pairAt(-1, span(2, 2), span(-1, 2), span(1, 9))])).toHaveLength(1);
  });

  it('loses no character, marks exactly the covered ones and gives crossing answers different lines', () => {
    const spans = fc
      .tuple(fc.nat(30), fc.integer({ min: 1, max: 12 }))
      .map(([start, size]) => span(start, Math.min(30, start + size)));
    const pairs = fc.array(fc.tuple(fc.double({ min: -4, max: 1, noNaN: true }), fc.array(spans, { maxLength: 3 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(pairs, (sketches) => {
        const sample = 'abcdefghijklmnopqrstuvwxyz0123';
        const scored = sketches.map(([quals, places]) => pairAt(quals, ...places));
        const pieces = segments(sample, scored);
        expect(pieces.map((piece) => piece.text).join('')).toBe(sample);
        let at = 0;
        for (const piece of pieces) {
          const covering = scored.filter(({ answerSpans }) =>
            answerSpans.some((s) => s.start <= at && s.end > at && s.end > s.start),
          );
          const worst = Math.min(...covering.map(({ quals }) => quals));
          expect(piece.step).toBe(covering.length === 0 ? undefined : gapStep(worst));
          expect(new Set(piece.places.map(({ lane }) => lane)).size).toBe(piece.places.length);
          at += piece.text.length;
        }
      }),
    );
  });
});

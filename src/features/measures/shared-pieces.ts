/** Splits a text where shared words begin and end, so that each piece knows the matches that it belongs to. Pure. */
import type { Span } from '../../core/score.js';

export interface SharedPiece {
  readonly text: string;
  /** The matches over this piece, ascending; none for text that is not shared. */
  readonly matches: readonly number[];
  /** Those of them that begin here. */
  readonly begins: readonly number[];
}

/** `places[i]`: the spans of match `i`, offsets into `text`. */
export function sharedPieces(text: string, places: readonly (readonly Span[])[]): SharedPiece[] {
  const starts = new Map<number, number[]>();
  const ends = new Map<number, number[]>();
  const add = (edges: Map<number, number[]>, at: number, match: number): void => {
    edges.set(at, [...(edges.get(at) ?? []), match]);
  };
  places.forEach((spans, match) => {
    for (const { start, end } of spans) {
      add(starts, start, match);
      add(ends, end, match);
    }
  });
  const cuts = [...new Set([0, text.length, ...starts.keys(), ...ends.keys()])].sort((a, b) => a - b);
  // A match may be open twice: "a a a" has the pair "a a" at two places that overlap.
  const open = new Map<number, number>();
  return cuts.slice(0, -1).map((cut, index) => {
    const begins = starts.get(cut) ?? [];
    for (const match of ends.get(cut) ?? []) open.set(match, (open.get(match) ?? 0) - 1);
    for (const match of begins) open.set(match, (open.get(match) ?? 0) + 1);
    const matches = [...open].flatMap(([match, times]) => (times > 0 ? [match] : [])).sort((a, b) => a - b);
    return { text: text.slice(cut, cuts[index + 1]), matches, begins };
  });
}

/** Splits the summary where answers begin and end, so that each piece has one shade and every answer its own line. */
import type { ScoredPair, Span } from '../../core/score.js';
import { gapStep, type GapStep } from './gap-scale.js';

/** One position of an answer; several pairs may share it. */
export interface AnswerPlace {
  readonly start: number;
  readonly end: number;
  /** Indices in `pairs`, ascending. */
  readonly pairs: readonly number[];
  /** The lowest QUALS of those pairs, the pair that has it, and its step. */
  readonly gap: number;
  readonly worst: number;
  readonly step: GapStep;
  /** The line under the text: 0 is nearest. Overlapping answers never share a line, and the shorter one is nearer. */
  readonly lane: number;
  /** It overlaps another answer. */
  readonly overlaps: boolean;
  /** It is part of a sentence that is in the article word for word, so its gap is not marked. */
  readonly isVerbatim: boolean;
}

export interface Segment {
  readonly text: string;
  /** Answers that cover this piece, by lane; none for unmarked text. */
  readonly places: readonly AnswerPlace[];
  /** The widest gap of these characters; undefined if none is marked. */
  readonly step: GapStep | undefined;
  readonly worst: number | undefined;
  /** Answers that end with this piece; their numbers follow it. */
  readonly ending: readonly AnswerPlace[];
  /** A sentence that is in the article word for word ends with this piece. */
  readonly endsVerbatim: boolean;
  /** These characters differ from another summary's. */
  readonly differs: boolean;
}

/**
 * `pairs[i].answerSpans` are offsets into `text`; empty spans and spans outside of it are ignored. `verbatim`: sentences that are
 * in the article word for word, likewise. `differing`: words that differ from another summary's, likewise.
 */
export function segments(
  text: string,
  pairs: readonly ScoredPair[],
  verbatim: readonly Span[] = [],
  differing: readonly Span[] = [],
): Segment[] {
  const isInside = ({ start, end }: Span): boolean => start >= 0 && end <= text.length && start < end;
  const copied = verbatim.filter(isInside);
  const other = differing.filter(isInside);
  const places = answerPlaces(text, pairs, copied);
  const edges = [...places, ...copied, ...other].flatMap(({ start, end }) => [start, end]);
  const cuts = [...new Set([0, text.length, ...edges])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] as number;
    const covering = places.filter((place) => place.start <= start && place.end >= end).sort((a, b) => a.lane - b.lane);
    return {
      text: text.slice(start, end),
      places: covering,
      step: widestPlace(covering.filter(({ isVerbatim }) => !isVerbatim))?.step,
      worst: widestPlace(covering)?.worst,
      ending: covering.filter((place) => place.end === end),
      endsVerbatim: copied.some((sentence) => sentence.end === end),
      differs: other.some((span) => span.start <= start && span.end >= end),
    };
  });
}

export function widestPlace(places: readonly AnswerPlace[]): AnswerPlace | undefined {
  return places.reduce<AnswerPlace | undefined>((a, b) => (a && a.gap <= b.gap ? a : b), undefined);
}

function answerPlaces(text: string, pairs: readonly ScoredPair[], copied: readonly Span[]): AnswerPlace[] {
  const found = new Map<string, { start: number; end: number; pairs: number[] }>();
  pairs.forEach((pair, index) => {
    for (const { start, end } of pair.answerSpans) {
      if (start < 0 || end > text.length || start >= end) continue;
      const place = found.get(`${start}-${end}`);
      if (place) place.pairs.push(index);
      else found.set(`${start}-${end}`, { start, end, pairs: [index] });
    }
  });
  const shortestFirst = [...found.values()].sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
  const placed: AnswerPlace[] = [];
  for (const place of shortestFirst) {
    const overlapping = placed.filter((other) => other.start < place.end && place.start < other.end);
    const taken = new Set(overlapping.map(({ lane }) => lane));
    let lane = 0;
    while (taken.has(lane)) lane++;
    const gapOf = (index: number): number => pairs[index]?.quals ?? 0;
    const worst = place.pairs.reduce((a, b) => (gapOf(a) <= gapOf(b) ? a : b));
    const overlaps = [...found.values()].some((o) => o !== place && o.start < place.end && place.start < o.end);
    const isVerbatim = copied.some((sentence) => sentence.start <= place.start && place.end <= sentence.end);
    placed.push({ ...place, gap: gapOf(worst), worst, step: gapStep(gapOf(worst)), lane, overlaps, isVerbatim });
  }
  return placed;
}

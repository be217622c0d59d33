/** Splits the summary where answers and their words begin and end, so that each piece has one mark. */
import { wordSpans } from '../../core/first-look/word-marks.js';
import { wordDrop } from '../../core/quals/word-drop.js';
import type { ScoredPair, Span } from '../../core/score.js';
import { dropStep, type MarkStep } from './mark-scale.js';

/** One position of an answer; several pairs may share it. */
export interface AnswerPlace {
  readonly start: number;
  readonly end: number;
  /** Indices in `pairs`, ascending. */
  readonly pairs: readonly number[];
  /** The lowest QUALS of those pairs. */
  readonly gap: number;
  /** It overlaps another answer. */
  readonly overlaps: boolean;
  /** It is part of a sentence that is in the article word for word, so its gap is not marked. */
  readonly isVerbatim: boolean;
  /** The darkest word of an answer with several words; undefined where no word is darker than the first step. */
  readonly darkest: string | undefined;
}

export interface Segment {
  readonly text: string;
  /** Answers that cover this piece, the shortest first; none for unmarked text. */
  readonly places: readonly AnswerPlace[];
  /** The mark of a word: how much less likely it is given the article, at most, as part of one of these answers. 0 between words. Undefined
   * where nothing is marked. */
  readonly step: MarkStep | undefined;
  /** The pair in which it is least likely; between words, the one with the widest gap. */
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
  const allWords = wordSpans(text);
  const places = answerPlaces(text, allWords, pairs, copied);
  const words = allWords.filter((word) => places.some((place) => place.start < word.end && word.start < place.end));
  const edges = [...places, ...copied, ...other].flatMap(({ start, end }) => [start, end]);
  const inner = words
    .flatMap(({ start, end }) => [start, end])
    .filter((at) => places.some(({ start, end }) => start < at && at < end));
  const cuts = [...new Set([0, text.length, ...edges, ...inner])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] as number;
    const covering = places.filter((place) => place.start <= start && place.end >= end);
    const word = words.find((each) => each.start <= start && end <= each.end);
    return {
      text: text.slice(start, end),
      places: covering,
      ...markOf(covering, word, pairs),
      ending: covering.filter((place) => place.end === end),
      endsVerbatim: copied.some((sentence) => sentence.end === end),
      differs: other.some((span) => span.start <= start && span.end >= end),
    };
  });
}

function markOf(
  covering: readonly AnswerPlace[],
  word: Span | undefined,
  pairs: readonly ScoredPair[],
): Pick<Segment, 'step' | 'worst'> {
  const marked = covering.filter(({ isVerbatim }) => !isVerbatim);
  const shown = marked.length > 0 ? marked : covering;
  const drops = shown.flatMap((place) =>
    place.pairs.map((index) => {
      const pair = pairs[index] as ScoredPair;
      return { index, drop: word ? wordDrop(pair, place, word) : pair.quals };
    }),
  );
  if (drops.length === 0) return { step: undefined, worst: undefined };
  const lowest = drops.reduce((a, b) => (b.drop < a.drop ? b : a));
  return { step: marked.length === 0 ? undefined : word ? dropStep(lowest.drop) : 0, worst: lowest.index };
}

function answerPlaces(
  text: string,
  allWords: readonly Span[],
  pairs: readonly ScoredPair[],
  copied: readonly Span[],
): AnswerPlace[] {
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
  return shortestFirst.map((place) => ({
    ...place,
    gap: Math.min(...place.pairs.map((index) => pairs[index]?.quals ?? 0)),
    overlaps: shortestFirst.some((o) => o !== place && o.start < place.end && place.start < o.end),
    isVerbatim: copied.some((sentence) => sentence.start <= place.start && place.end <= sentence.end),
    darkest: darkestWord(text, allWords, place, pairs),
  }));
}

function darkestWord(
  text: string,
  allWords: readonly Span[],
  place: Span & { pairs: readonly number[] },
  pairs: readonly ScoredPair[],
): string | undefined {
  const words = allWords.filter(({ start, end }) => place.start <= start && end <= place.end);
  if (words.length < 2) return undefined;
  const drops = words.map((word) =>
    Math.min(...place.pairs.map((index) => wordDrop(pairs[index] as ScoredPair, place, word))),
  );
  const lowest = Math.min(...drops);
  const { start, end } = words[drops.indexOf(lowest)] as Span;
  return dropStep(lowest) > 0 ? text.slice(start, end) : undefined;
}

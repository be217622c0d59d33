/** The order in which pairs are shown as evidence: those that say something about the article first. */
import type { FirstLook } from '../first-look/first-look.js';
import { withoutCopied } from '../first-look/uncopied-words.js';
import type { Scored, ScoredPair, Span } from '../score.js';
import { answersInDoubt, contradictedAnswer } from './named-answers.js';
import { inOrderOfDoubt, isMarked } from './pair-doubt.js';
import { isClear } from './round-trip.js';

type Shown = Pick<ScoredPair, 'tokens' | 'answerSpans'>;
type Look = Pick<FirstLook, 'words' | 'levels'>;

/** Places in `pairs`, each list in the order of `pairs`. */
export interface ByClarity {
  readonly clear: readonly number[];
  readonly unclear: readonly number[];
}

/** A pair whose answer the first look marks is with the clear ones: a second judge finds the answer worth a check. */
export function byClarity(pairs: readonly Shown[], look: Look | undefined): ByClarity {
  const places = pairs.map((_, place) => place);
  const isShown = (pair: Shown): boolean => isClear(pair) || (look !== undefined && isMarked(pair, look));
  const clear = places.filter((place) => isShown(pairs[place] as Shown));
  return { clear, unclear: places.filter((place) => !clear.includes(place)) };
}

/** All pairs, those to check first. Without a first look: clear questions first, each group in the order of the gaps. */
export function pairsToCheck({ pairs, firstLook }: Pick<Scored, 'pairs' | 'firstLook'>): ScoredPair[] {
  if (firstLook) return inOrderOfDoubt(pairs, firstLook);
  const { clear, unclear } = byClarity(pairs, undefined);
  return [...clear, ...unclear].map((place) => pairs[place] as ScoredPair);
}

/**
 * Places in `pairs` of the two pairs that a figure shows at first. The first has the answer that the article contradicts, or the one most in
 * doubt by the first look, else it is the first clear one. The second is the last clear one. Where fewer than two are clear, all count as
 * clear. Both are the same for a single pair. `copied`: sentences of the summary that are in the article word for word.
 */
export function shownFirst(
  pairs: readonly ScoredPair[],
  copied: readonly Span[],
  look: Look | undefined,
): readonly [number, number] {
  const ownLook = look && withoutCopied(look, copied);
  const { clear } = byClarity(pairs, ownLook);
  const shown = clear.length > 1 ? clear : pairs.map((_, place) => place);
  const [first, last] = [shown[0] ?? 0, shown.at(-1) ?? 0];
  const named = namedPair(pairs, copied, ownLook);
  return named === undefined ? [first, last] : [named, named === last ? first : last];
}

function namedPair(pairs: readonly ScoredPair[], copied: readonly Span[], look: Look | undefined): number | undefined {
  const contradicted = contradictedAnswer(pairs, copied, look);
  const name = contradicted?.name ?? (look && answersInDoubt(pairs, copied, look)[0]?.name);
  const place = pairs.findIndex(
    ({ answer, sourceAnswer }) =>
      answer.trim() === name && (!contradicted || sourceAnswer.text.trim() === contradicted.instead),
  );
  return place < 0 ? undefined : place;
}

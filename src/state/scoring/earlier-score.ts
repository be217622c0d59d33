/** The score of an earlier summary of the same article: before an edit, or from another system. */
import type { Scored, Unscorable } from '../../core/score.js';
import { methodOfRun, sameMethod } from '../../core/method/scoring-method.js';
import type { Texts } from './document.js';

export interface EarlierScore {
  readonly summary: string;
  readonly quals: number;
}

export interface ScoredTexts {
  readonly texts: Texts;
  readonly result: Scored | Unscorable;
  readonly earlier?: EarlierScore | undefined;
}

/**
 * The score to compare `now` with: the first in `before` with the same article and the same method. If the same summary is
 * scored again, the comparison stays the one that it had before.
 */
export function earlierScore(now: ScoredTexts, before: readonly ScoredTexts[]): EarlierScore | undefined {
  const last = before.find((each) => isComparable(each, now));
  if (last?.result.kind !== 'scored' || now.result.kind !== 'scored') return undefined;
  const { summary } = last.texts;
  return summary === now.texts.summary ? last.earlier : { summary, quals: last.result.quals };
}

function isComparable({ texts, result }: ScoredTexts, now: ScoredTexts): boolean {
  return texts.source === now.texts.source && sameMethod(methodOfRun(result), methodOfRun(now.result));
}

/** What another summary of the same article scored before: the same one before an edit, or another system’s. */
import type { Scored, Unscorable } from '../core/score.js';
import { methodOfRun, sameMethod } from '../core/scoring-method.js';
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
 * The score to set beside `now`: that of the first of `before` that was made of the same article in the same way. Of the same
 * summary scored again, it is the one that stood beside it then.
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

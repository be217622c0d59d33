/** What can be said of each summary of a comparison: whether it has a score, and which scores compare. Pure. */
import type { ModelFacts } from '../scoring/model.js';
import { chosenProtocol, type Settings } from '../page/settings.js';
import type { Scored } from '../../core/score.js';
import { methodOf, methodOfRun, sameMethod, type ScoringMethod } from '../../core/method/scoring-method.js';
import type { ComparedScore, ComparedSummary, Comparison } from './comparison.js';

export type Standing =
  /** Nothing to score. */
  | 'empty'
  | 'unscored'
  /** The score is of the text before an edit, of the summary or of the article. */
  | 'edited'
  | 'article-edited'
  /** It was scored by another method than the others, so it does not compare with them. */
  | 'other-method'
  | 'current';

/** In the order of the summaries. */
export function standings({ source, summaries }: Comparison): Standing[] {
  const method = methodOfComparison({ source, summaries });
  return summaries.map((each) => {
    const { summary, scored } = each;
    if (!scored) return summary.trim() === '' ? 'empty' : 'unscored';
    if (scored.texts.summary !== summary) return 'edited';
    if (scored.texts.source !== source) return 'article-edited';
    return method && sameMethod(methodOfRun(scored.result), method) ? 'current' : 'other-method';
  });
}

/** That of the newest score of these texts; undefined without one. */
export function methodOfComparison({ source, summaries }: Comparison): ScoringMethod | undefined {
  const newest = summaries
    .flatMap(({ summary, scored }) =>
      scored && scored.texts.source === source && scored.texts.summary === summary ? [scored] : [],
    )
    .reduce<ComparedScore | undefined>((a, b) => (a && (a.createdAt ?? '') >= (b.createdAt ?? '') ? a : b), undefined);
  return newest && methodOfRun(newest.result);
}

/** A summary with a score that compares with the others' scores. */
type Comparable = ComparedSummary & { readonly scored: ComparedScore & { readonly result: Scored } };

export function comparables(comparison: Comparison): Comparable[] {
  const standing = standings(comparison);
  return comparison.summaries.filter(
    (each, index): each is Comparable => standing[index] === 'current' && each.scored?.result.kind === 'scored',
  );
}

/** The summary that the others are compared with: the chosen one, or the first with a score. */
export function baselineOf(comparison: Comparison): Comparable | undefined {
  const all = comparables(comparison);
  return all.find(({ id }) => id === comparison.baseline) ?? all[0];
}

/** The method of a score that is made now. Before the model is known, that of `scored` is taken for it. */
function methodNow(settings: Settings, model: ModelFacts | undefined, scored: ComparedScore): ScoringMethod {
  return methodOf(chosenProtocol(settings), model ?? scored.result.model);
}

/** Scoring it again would give the same. */
export function isFresh(
  source: string,
  summary: string,
  scored: ComparedScore | undefined,
  settings: Settings,
  model: ModelFacts | undefined,
): boolean {
  if (scored?.texts.source !== source || scored.texts.summary !== summary) return false;
  return sameMethod(methodOfRun(scored.result), methodNow(settings, model, scored));
}

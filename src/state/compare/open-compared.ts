/** Shows the full result of a compared summary, with its texts in the form, so that they can be edited and scored again. */
import type { PageState } from '../page-state.js';
import { areSame } from '../scoring/document.js';
import type { ComparedScore } from './comparison.js';

export function openCompared(state: PageState, { texts, result, createdAt, run }: ComparedScore, name: string): void {
  const { $texts, $run, showResult, replaceTexts, goTo } = state;
  const now = $texts.get();
  // A run that waits for the model scores the texts that the person asked for.
  if (!areSame(texts, now) && $run.get().kind !== 'waiting') {
    // Only texts that are nowhere else need saving.
    if (isCompared(state, now)) $texts.set(texts);
    else replaceTexts(texts);
  }
  showResult({ texts, result, origin: { kind: 'run', createdAt, name, run } });
  goTo('result');
}

/** True for texts of the present comparison. */
export function isCompared(
  { $comparison }: PageState,
  { source, summary }: { source: string; summary: string },
): boolean {
  const { source: compared, summaries } = $comparison.get();
  return (
    compared === source && summaries.some((each) => each.summary === summary || each.scored?.texts.summary === summary)
  );
}

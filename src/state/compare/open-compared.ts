/** A result goes from the form to the comparison, and back to its full view, and keeps what is said of its origin. */
import type { PageState } from '../page-state.js';
import { areSame } from '../scoring/document.js';
import type { ShownResult } from '../scoring/result.js';
import type { ComparedScore, OpenedFrom } from './comparison.js';

/**
 * Shows the full result of a compared summary, with its texts in the form, so that they can be edited and scored again. False during
 * a run of the form: its result would take the place of this one.
 */
export function openCompared(state: PageState, compared: ComparedScore, name: string): boolean {
  const { $texts, $run, $openedRow, showResult, giveTexts, replaceTexts, goTo } = state;
  if ($run.get().kind === 'running') return false;
  const { texts, result } = compared;
  const now = $texts.get();
  // A run that waits for the model scores the texts that the person asked for.
  if (!areSame(texts, now) && $run.get().kind !== 'waiting') {
    // Only texts that are nowhere else need saving.
    if (isCompared(state, now)) giveTexts(texts);
    else replaceTexts(texts);
  }
  // The way back to a row of a batch is not the way back from here.
  $openedRow.set(undefined);
  showResult({ texts, result, origin: originOf(compared, name) });
  goTo('result');
  return true;
}

function originOf({ from, createdAt, run }: ComparedScore, name: string): ShownResult['origin'] {
  if (from?.kind === 'example') return from;
  return { ...(from ?? { kind: 'run' }), createdAt, name, run };
}

export function comparedOf({ texts, result, origin }: ShownResult): ComparedScore {
  const { createdAt, run } = origin.kind === 'example' ? { createdAt: null, run: undefined } : origin;
  return { texts, result, createdAt, run, from: fromOf(origin) };
}

function fromOf(origin: ShownResult['origin']): OpenedFrom | undefined {
  switch (origin.kind) {
    case 'run':
      return undefined;
    case 'example':
    case 'history':
      return { kind: origin.kind, title: origin.title };
    case 'file':
      return { kind: 'file', fileName: origin.fileName, resultsInFile: origin.resultsInFile };
  }
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

/** Scores what has no score yet. One article and one summary after another, so that they share the article's prefill. */
import type { Fault } from '../../core/errors.js';
import type { PageState } from '../page-state.js';
import { chosenProtocol } from '../page/settings.js';
import type { ScoreOne, Session } from '../scoring/session.js';
import type { ComparedSummary } from './comparison.js';
import { keepComparison } from './keep-comparison.js';
import { isFresh } from './standing.js';

/** Ids of the summaries that a run would score now, in order. */
export function idsToScore(state: PageState): string[] {
  return state.$comparison
    .get()
    .summaries.filter((each) => each.summary.trim() !== '' && !isScored(state, each))
    .map(({ id }) => id);
}

/** Ends when all are scored, one could not be scored for a reason that holds for all, or a person stops it. */
export async function scoreComparison(state: PageState, session: Session): Promise<void> {
  const { $compareRun, $compareFaults } = state;
  if ($compareRun.get().kind === 'running') return;
  const ids = idsToScore(state);
  $compareFaults.set({});
  const ran = await session.scoreMany('compare', (score) => scoreEach(state, session, ids, score));
  if (!ran) $compareRun.set({ kind: 'busy' });
}

async function scoreEach(state: PageState, session: Session, ids: readonly string[], score: ScoreOne): Promise<void> {
  const { $compareRun, $run, $model } = state;
  const controller = new AbortController();
  const stop = (): void => {
    controller.abort();
    const now = $compareRun.get();
    if (now.kind === 'running') $compareRun.set({ ...now, stopping: true });
    // The signal ends a score alone.
    if ($model.get().kind === 'loading') session.cancelLoad();
  };
  const scoresBefore = state.$comparedScores.get();
  try {
    for (const [index, id] of ids.entries()) {
      const waiting = ids.slice(index + 1);
      $compareRun.set({ kind: 'running', id, waiting, done: index, run: undefined, stopping: false, stop });
      const ended = await scoreSummary(state, id, score, controller.signal);
      // The page element may have left the document: its session is over then.
      if (ended || $run.get().kind !== 'many') break;
    }
  } finally {
    $compareRun.set({ kind: controller.signal.aborted ? 'stopped' : 'idle' });
    if (state.$comparedScores.get() !== scoresBefore) void keepComparison(state);
  }
}

/** True if the others need not be tried. */
async function scoreSummary(state: PageState, id: string, score: ScoreOne, signal: AbortSignal): Promise<boolean> {
  const { $comparison, $settings, $compareFaults, keepScore, startComparedRun, showComparedProgress } = state;
  const { source, summaries } = $comparison.get();
  // It may have been removed, emptied or edited meanwhile; an equal one may have been scored.
  const own = summaries.find((each) => each.id === id);
  if (!own || own.summary.trim() === '' || isScored(state, own)) return false;
  const equal = summaries.find((each) => each.summary === own.summary && isScored(state, each));
  if (equal?.scored) {
    keepScore(id, equal.scored);
    return false;
  }
  const texts = { source, summary: own.summary };
  let begun = false;
  const outcome = await score(texts, {
    signal,
    onProgress: (progress) => {
      if (!begun) startComparedRun(texts, chosenProtocol($settings.get()), Date.now());
      begun = true;
      showComparedProgress(progress, Date.now());
    },
  });
  state.$comparedRun.set({ kind: 'idle' });
  if (!outcome.ok) {
    $compareFaults.set({ ...$compareFaults.get(), [id]: { fault: outcome.fault, texts } });
    return holdsForAll(state, outcome.fault);
  }
  if (outcome.value.kind === 'cancelled') return true;
  const { result, createdAt, run } = outcome.value;
  keepScore(id, { texts, result, createdAt, run });
  return signal.aborted;
}

function isScored(
  { $comparison, $settings, $model, $modelFacts }: PageState,
  { summary, scored }: ComparedSummary,
): boolean {
  const model = $model.get();
  const facts = model.kind === 'ready' ? model.model : $modelFacts.get();
  return isFresh($comparison.get().source, summary, scored, $settings.get(), facts);
}

/** The model could not be loaded, or the article itself is at fault. */
function holdsForAll({ $model }: PageState, { code }: Fault): boolean {
  return $model.get().kind === 'failed' || code.startsWith('source-');
}

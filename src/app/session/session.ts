/** A page's one session with the model: carries out what features ask for, and writes what happens into the stores. */
import type { ScorerClient } from '../../scorer/scorer-client.js';
import type { Texts } from '../../state/scoring/document.js';
import { earlierScore, type ScoredTexts } from '../../state/scoring/earlier-score.js';
import type { PageState } from '../../state/page-state.js';
import { usesModel } from '../../state/scoring/run.js';
import { recordOf } from '../../state/scoring/shown-record.js';
import { scoresOneText } from '../../state/page/place.js';
import type { Session } from '../../state/scoring/session.js';
import { chosenProtocol } from '../../state/page/settings.js';
import { cutToLimit } from './cut-to-limit.js';
import { emptyFault } from './empty-fault.js';
import { createModelLoading, type LoadingParts } from './files/model-loading.js';
import { looksAreTaken, takeFirstLooks } from './looks/first-looks.js';
import { readArticlesAhead } from './read-ahead.js';
import { createScoreMany } from './score-many.js';
import { runOn } from './run-on.js';

export interface SessionParts extends LoadingParts {
  /** Requests of this page so far. */
  readonly countRequests: () => number;
  /** Deletes the stored files of models. */
  readonly deleteFiles: () => Promise<void>;
  /** Ends the session and its worker. */
  readonly signal: AbortSignal;
}

export function createSession(parts: SessionParts): Session {
  const { state, client } = parts;
  const { $texts, $model, $run, $settings, changeSettings } = state;
  const loading = createModelLoading(parts);
  const { load } = loading;
  let scoring: AbortController | undefined;

  const score = async (): Promise<void> => {
    if (isBusy(state)) return;
    const empty = emptyFault($texts.get());
    if (empty) return $run.set({ kind: 'failed', fault: empty });
    $run.set({ kind: 'waiting' });
    await load();
    const requestsBefore = await countAllRequests();
    if ($run.get().kind !== 'waiting') return;
    if (!client.isLoaded) return $run.set({ kind: 'idle' });
    // Read the texts now: a person may edit them during a download.
    const texts = $texts.get();
    const emptied = emptyFault(texts);
    if (emptied) return $run.set({ kind: 'failed', fault: emptied });
    await scoreTexts(texts, requestsBefore);
  };

  const scoreTexts = async (texts: Texts, requestsBefore: number): Promise<void> => {
    const protocol = chosenProtocol($settings.get());
    const since = Date.now();
    scoring = new AbortController();
    state.startRun(texts, protocol, since);
    const outcome = await client.score(
      { ...texts, protocol },
      { signal: scoring.signal, onProgress: (progress) => state.showRunProgress(progress, Date.now()) },
    );
    scoring = undefined;
    // The worker was ended with the session, not by the run.
    if (parts.signal.aborted) return;
    const seconds = (Date.now() - since) / 1000;
    endRun(texts, outcome, seconds, (await countAllRequests()) - requestsBefore);
    // A run that did not stop in time took its worker with it: load the next one from storage.
    if (!client.isLoaded && outcome.ok) void load();
    else noticeLostWorker();
  };

  /** Requests of the page and its worker. A terminated worker loses its count, but then there is no result either. */
  const countAllRequests = async (): Promise<number> => parts.countRequests() + (await client.countRequests());

  const endRun = (
    texts: Texts,
    outcome: Awaited<ReturnType<ScorerClient['score']>>,
    seconds: number,
    requests: number,
  ): void => {
    const run = $run.get();
    if (!outcome.ok) {
      return $run.set({ kind: 'failed', fault: outcome.fault, ...(run.kind === 'running' && { stage: run.stage }) });
    }
    if (outcome.value.kind === 'cancelled') {
      return $run.set({ kind: 'stopped', questionsWritten: run.kind === 'running' ? run.written.length : 0 });
    }
    const model = $model.get();
    const made = model.kind === 'ready' ? runOn(model.model, seconds, requests) : undefined;
    const origin = { kind: 'run', createdAt: new Date().toISOString(), run: made } as const;
    const scored = { texts, result: outcome.value };
    const earlier = earlierScore(scored, scoredBefore(state));
    const shown = { ...scored, earlier, origin };
    state.showResult(shown);
    void state.history.keep({ kind: 'single', records: [recordOf(shown)] });
    $run.set({ kind: 'idle' });
    // A person who reads another page meanwhile is told, not taken away.
    if (scoresOneText(state.$place.get())) state.goTo('result');
    else state.$unseen.set(shown);
  };

  /** A model that loads again already is not lost. */
  const noticeLostWorker = (): void => {
    if (!client.isLoaded && $model.get().kind === 'ready') $model.set({ kind: 'absent' });
  };

  const stopReading = readArticlesAhead(state, (source) => {
    // A look reads the article too, and would be interrupted.
    if (!looksAreTaken(state)) void client.readAhead(source).then(noticeLostWorker);
  });

  const stopLooking = takeFirstLooks(state, async (texts) => {
    const outcome = await client.firstLook(texts);
    noticeLostWorker();
    return outcome;
  });

  // What was said of the texts, or of a run that ended, no longer holds once they are edited.
  const leaveTexts = $texts.listen(() => {
    const { kind } = $run.get();
    if (kind === 'failed' || kind === 'stopped') $run.set({ kind: 'idle' });
  });

  const leavePlace = state.$place.listen((place) => {
    if (place === 'result') state.$unseen.set(undefined);
  });

  parts.signal.addEventListener('abort', () => {
    leavePlace();
    stopReading();
    stopLooking();
    leaveTexts();
    loading.cancel();
    client.end();
    $run.set({ kind: 'idle' });
    $model.set({ kind: 'absent' });
  });

  return {
    load,
    score,
    scoreMany: createScoreMany({ state, client, load, countRequests: countAllRequests }),
    cancelLoad: () => {
      if ($run.get().kind === 'waiting') $run.set({ kind: 'idle' });
      loading.cancel();
    },
    stop: () => {
      state.showStopping();
      scoring?.abort();
    },
    reload: async () => {
      // It would end a run that a person waits for.
      if (isBusy(state)) return;
      await loading.end();
      client.end();
      // A notice about the last run referred to the removed model.
      if ($run.get().kind === 'failed') $run.set({ kind: 'idle' });
      await load();
    },
    removeModel: async () => {
      if (isBusy(state)) return;
      await loading.end();
      client.end();
      await parts.deleteFiles();
      changeSettings({ acceptedModels: [] });
      $model.set({ kind: 'absent' });
    },
    cutSource: async (keep) => {
      const { source, summary } = $texts.get();
      const run = $run.get();
      const limit = run.kind === 'failed' ? run.fault.figures?.['limit'] : undefined;
      if (limit === undefined) return;
      const cut = await cutToLimit(source, keep, limit, (text) => client.countTokens(text));
      if (!cut.ok) return $run.set({ kind: 'failed', fault: cut.fault });
      state.replaceTexts({ source: cut.value, summary });
      $run.set({ kind: 'idle' });
    },
  };
}

function isBusy({ $run }: PageState): boolean {
  return usesModel($run.get());
}

/** The last result, and the example in whose texts a person may have made the edit. */
function scoredBefore({ $shown, $example }: PageState): readonly ScoredTexts[] {
  const [shown, example] = [$shown.get(), $example.get()];
  return [...(shown ? [shown] : []), ...(example?.result ? [{ texts: example, result: example.result }] : [])];
}

/** The page's session with the model: carries out requests of features and updates the stores. */
import type { ErrorCode, Fault } from '../core/errors.js';
import type { LoadedModel, OfferedModel } from '../core/scorer.js';
import type { RunOnDevice } from '../core/record/result-record.js';
import type { ScorerClient } from '../scorer/scorer-client.js';
import { $texts, replaceTexts, type Texts } from '../state/document.js';
import { earlierScore, type ScoredTexts } from '../state/earlier-score.js';
import { $example } from '../state/examples.js';
import { $model, showLoadProgress, startLoading } from '../state/model.js';
import { $place, type Place } from '../state/place.js';
import { $shown, showResult } from '../state/result.js';
import { $run, showRunProgress, showStopping, startRun } from '../state/run.js';
import type { Session } from '../state/session.js';
import { $settings, changeSettings, chosenProtocol } from '../state/settings.js';
import { cutToLimit } from './cut-to-limit.js';
import { readArticlesAhead } from './read-ahead.js';

export interface SessionParts {
  readonly client: ScorerClient;
  /** The preferred one first, at least one. */
  readonly models: readonly OfferedModel[];
  readonly goTo: (place: Place) => void;
  /** Number of requests of this page. */
  readonly countRequests: () => number;
  /** Deletes the stored files of models. */
  readonly deleteFiles: () => Promise<void>;
  /** Asks the browser not to clear the stored files on its own. */
  readonly keepFiles: () => Promise<unknown>;
}

export function createSession(parts: SessionParts): Session {
  const { client, models, goTo } = parts;
  let loading: { readonly ended: Promise<void>; readonly controller: AbortController } | undefined;
  let scoring: AbortController | undefined;

  const load = (): Promise<void> => {
    if (client.isLoaded) return Promise.resolve();
    if (!loading) {
      const controller = new AbortController();
      const ended = loadModel(controller.signal).finally(() => (loading = undefined));
      loading = { ended, controller };
    }
    return loading.ended;
  };

  const loadModel = async (signal: AbortSignal): Promise<void> => {
    startLoading(Date.now());
    accept(models[0]?.url ?? '');
    const request = { models, device: $settings.get().device };
    const outcome = await client.load(request, { signal, onProgress: showLoadProgress });
    if (!outcome.ok) {
      $model.set({ kind: 'failed', fault: outcome.fault });
    } else if (outcome.value.kind === 'loaded') {
      $model.set({ kind: 'ready', model: outcome.value.model });
      // Some browsers ask the person; the score must not wait for the answer.
      void parts.keepFiles();
    } else {
      const state = $model.get();
      const bytesDone = state.kind === 'loading' ? (state.download?.bytesDone ?? 0) : 0;
      $model.set({ kind: 'cancelled', bytesDone });
    }
  };

  const score = async (): Promise<void> => {
    if (isBusy()) return;
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
    startRun(texts, protocol, since);
    const outcome = await client.score(
      { ...texts, protocol },
      { signal: scoring.signal, onProgress: (progress) => showRunProgress(progress, Date.now()) },
    );
    scoring = undefined;
    const seconds = (Date.now() - since) / 1000;
    endRun(texts, outcome, seconds, (await countAllRequests()) - requestsBefore);
    // A run that did not stop in time took its worker with it: load the next one from storage.
    if (!client.isLoaded && outcome.ok) void load();
    else if (!client.isLoaded) $model.set({ kind: 'absent' });
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
    const earlier = earlierScore(scored, scoredBefore());
    showResult({ ...scored, earlier, origin });
    $run.set({ kind: 'idle' });
    // A person who reads the help gets a message instead of a change of page.
    if ($place.get() !== 'help') goTo('result');
  };

  readArticlesAhead((source) => {
    void client.readAhead(source).then(() => {
      if (!client.isLoaded && $model.get().kind === 'ready') $model.set({ kind: 'absent' });
    });
  });

  // Notices about the texts or an ended run are outdated once the texts are edited.
  $texts.listen(() => {
    const { kind } = $run.get();
    if (kind === 'failed' || kind === 'stopped') $run.set({ kind: 'idle' });
  });

  return {
    load,
    score,
    cancelLoad: () => {
      if ($run.get().kind === 'waiting') $run.set({ kind: 'idle' });
      loading?.controller.abort();
    },
    stop: () => {
      showStopping();
      scoring?.abort();
    },
    reload: async () => {
      loading?.controller.abort();
      await loading?.ended;
      client.end();
      // A notice about the last run referred to the removed model.
      if ($run.get().kind === 'failed') $run.set({ kind: 'idle' });
      await load();
    },
    removeModel: async () => {
      loading?.controller.abort();
      await loading?.ended;
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
      replaceTexts({ source: cut.value, summary });
      $run.set({ kind: 'idle' });
    },
  };
}

/** From the next visit on, this model loads without asking. */
function accept(model: string): void {
  const { acceptedModels } = $settings.get();
  if (!acceptedModels.includes(model)) changeSettings({ acceptedModels: [...acceptedModels, model] });
}

function isBusy(): boolean {
  const { kind } = $run.get();
  return kind === 'running' || kind === 'waiting';
}

function emptyFault({ source, summary }: Texts): Fault | undefined {
  const fault = (code: ErrorCode): Fault => ({ code, detail: 'The field is empty.' });
  if (source.trim() === '') return fault('source-empty');
  return summary.trim() === '' ? fault('summary-empty') : undefined;
}

/** The last result, and the example whose texts the person may have edited. */
function scoredBefore(): readonly ScoredTexts[] {
  const [shown, example] = [$shown.get(), $example.get()];
  return [...(shown ? [shown] : []), ...(example?.result ? [{ texts: example, result: example.result }] : [])];
}

function runOn({ device, deviceDetail }: LoadedModel, seconds: number, requests: number): RunOnDevice {
  return { device, detail: deviceDetail, seconds, requests };
}

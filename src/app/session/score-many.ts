/** Scores texts for pages that have many of them. Only one page, or the form, uses the model at a time. */
import { chosenProtocol } from '../../state/page/settings.js';
import type { PageState } from '../../state/page-state.js';
import { usesModel } from '../../state/scoring/run.js';
import type { ScoreOne, Session } from '../../state/scoring/session.js';
import type { ScorerClient } from '../../scorer/scorer-client.js';
import { runOn } from './run-on.js';

const CANCELLED = { ok: true, value: { kind: 'cancelled' } } as const;

interface Parts {
  readonly state: PageState;
  readonly client: ScorerClient;
  readonly load: () => Promise<void>;
  /** Requests of the page and its worker so far. */
  readonly countRequests: () => Promise<number>;
}

export function createScoreMany({ state, client, load, countRequests }: Parts): Session['scoreMany'] {
  const { $run, $model } = state;

  const scoreOne: ScoreOne = async (texts, watch) => {
    // A worker that died with one text is started again for the next.
    await load();
    const model = $model.get();
    if (model.kind === 'failed') return { ok: false, fault: model.fault };
    if (model.kind !== 'ready') return CANCELLED;
    const since = Date.now();
    const requestsBefore = await countRequests();
    const outcome = await client.score({ ...texts, protocol: chosenProtocol(state.$settings.get()) }, watch);
    // The session ended, and its worker with it: the text is not at fault.
    if ($run.get().kind !== 'many') return CANCELLED;
    // A model that loads again already is not lost.
    if (!client.isLoaded && $model.get().kind === 'ready') $model.set({ kind: 'absent' });
    if (!outcome.ok) return outcome;
    const { value: result } = outcome;
    if (result.kind === 'cancelled') return CANCELLED;
    const requests = (await countRequests()) - requestsBefore;
    return {
      ok: true,
      value: {
        kind: 'done',
        result,
        createdAt: new Date().toISOString(),
        run: runOn(model.model, (Date.now() - since) / 1000, requests),
      },
    };
  };

  return async (owner, work) => {
    if (usesModel($run.get())) return false;
    $run.set({ kind: 'many', owner });
    try {
      await work(scoreOne);
    } finally {
      if ($run.get().kind === 'many') $run.set({ kind: 'idle' });
    }
    return true;
  };
}

/** Scores texts for pages that have many of them. Only one page, or the form, uses the model at a time. */
import { chosenProtocol } from '../../state/page/settings.js';
import type { PageState } from '../../state/page-state.js';
import type { ScoreOne, Session } from '../../state/scoring/session.js';
import type { ScorerClient } from '../../scorer/scorer-client.js';
import { runOn } from './run-on.js';

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
    if (model.kind !== 'ready') return { ok: true, value: { kind: 'cancelled' } };
    const since = Date.now();
    const requestsBefore = await countRequests();
    const outcome = await client.score({ ...texts, protocol: chosenProtocol(state.$settings.get()) }, watch);
    if (!client.isLoaded) $model.set({ kind: 'absent' });
    if (!outcome.ok) return outcome;
    const { value: result } = outcome;
    if (result.kind === 'cancelled') return { ok: true, value: result };
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
    const { kind } = $run.get();
    if (kind === 'running' || kind === 'waiting' || kind === 'many') return false;
    $run.set({ kind: 'many', owner });
    try {
      await work(scoreOne);
    } finally {
      if ($run.get().kind === 'many') $run.set({ kind: 'idle' });
    }
    return true;
  };
}

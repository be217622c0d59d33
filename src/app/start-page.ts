/** Starts what works behind one page element: its model session, its keys, its files. */
import type { ModelIndex } from '../core/model-index.js';
import type { HistoryPage } from '../features/history/history-page.js';
import type { StudyHome } from '../features/study/home/study-home.js';
import { ScorerClient } from '../scorer/scorer-client.js';
import type { PageState } from '../state/page-state.js';
import type { OpenSaved } from '../features/saved/open-saved.js';
import type { Session } from '../state/scoring/session.js';
import { deleteModelFiles, keepModelFiles } from '../storage/model-cache.js';
import { listenForDroppedFiles } from './document/dropped-files.js';
import { readFirstFiles } from './session/files/first-files.js';
import { offeredModels } from './session/files/model-files.js';
import { followLinksInside } from './document/place-inside.js';
import { startCountingRequests } from './session/request-count.js';
import { createSession } from './session/session.js';
import type { PageHost } from './page-host.js';
import { listenForShortcuts } from './document/shortcuts.js';

/** public/models/index.json as it was when this page was built (vite.config.ts). */
declare const MODEL_INDEX: ModelIndex;

/** Resolves when the page can be shown. `embedded`: the document belongs to others. Everything ends with `signal`. */
export async function startPage(
  root: Element,
  state: PageState,
  host: PageHost,
  embedded: boolean,
  signal: AbortSignal,
): Promise<Session> {
  const { base } = host;
  state.$base.set(base);
  const models = offeredModels(base, host.model, MODEL_INDEX);
  const model = new URL(models[0]?.url ?? base);
  const countRequests = startCountingRequests(signal);
  const hadTexts = !embedded && ((await host.ownDocument?.(root, state, signal)) ?? false);
  const session = createSession({
    state,
    client: new ScorerClient(host.startWorker),
    models,
    runtimeUrl: host.runtimeUrl,
    countRequests,
    deleteFiles: deleteModelFiles,
    keepFiles: async () => state.$persisted.set(await keepModelFiles()),
    signal,
  });
  if (signal.aborted) return session;
  if (embedded) followLinksInside(root, state, signal);
  const findOpener = (): OpenSaved | HistoryPage | StudyHome | undefined =>
    root.querySelector<OpenSaved | HistoryPage | StudyHome>('quals-open-saved, quals-history-page, quals-study-home') ??
    undefined;
  listenForDroppedFiles(embedded ? root : window, root, state, findOpener, signal);
  listenForShortcuts(embedded ? root : window, root, state, session, signal);
  if (state.$settings.get().acceptedModels.includes(model.href)) void session.load();
  void readFirstFiles(base, model, state, hadTexts);
  return session;
}

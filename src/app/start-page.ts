/** Starts what works behind one page element: its model session, its keys, its files. */
import type { ModelIndex } from '../core/model-index.js';
import type { HistoryPage } from '../features/history/history-page.js';
import type { OpenSaved } from '../features/saved/open-saved.js';
import { ScorerClient } from '../scorer/scorer-client.js';
import { startScorerWorker } from '../scorer/scorer-worker.js';
import type { PageState } from '../state/page-state.js';
import type { Session } from '../state/scoring/session.js';
import { deleteModelFiles, keepModelFiles } from '../storage/model-cache.js';
import { listenForDroppedFiles, type OpenResult } from './document/dropped-files.js';
import { readFirstFiles } from './session/first-files.js';
import { offeredModels } from './session/model-files.js';
import { ownDocument } from './document/own-document.js';
import { followLinksInside } from './document/place-inside.js';
import { startCountingRequests } from './session/request-count.js';
import { createSession } from './session/session.js';
import { listenForShortcuts } from './document/shortcuts.js';

/** public/models/index.json as it was when this page was built (vite.config.ts). */
declare const MODEL_INDEX: ModelIndex;

/** Resolves when the page can be shown. `embedded`: the document belongs to others. Everything ends with `signal`. */
export async function startPage(
  root: Element,
  state: PageState,
  embedded: boolean,
  signal: AbortSignal,
): Promise<Session> {
  const page = new URL(document.baseURI);
  const models = offeredModels(page, MODEL_INDEX);
  const model = new URL(models[0]?.url ?? page);
  const countRequests = startCountingRequests(signal);
  const hadTexts = !embedded && (await ownDocument(root, state, signal));
  const session = createSession({
    state,
    client: new ScorerClient(startScorerWorker),
    models,
    countRequests,
    deleteFiles: deleteModelFiles,
    keepFiles: async () => state.$persisted.set(await keepModelFiles()),
    signal,
  });
  if (signal.aborted) return session;
  if (embedded) followLinksInside(root, state, signal);
  listenForDroppedFiles(embedded ? root : window, root, state, openResultIn(root), signal);
  listenForShortcuts(embedded ? root : window, root, state, session, signal);
  if (state.$settings.get().acceptedModels.includes(model.href)) void session.load();
  void readFirstFiles(page, model, state, hadTexts);
  return session;
}

/** An element that opens files is on every place where a result can be opened; the help page has none. */
function openResultIn(root: Element): OpenResult {
  return async (file) =>
    root.querySelector<OpenSaved | HistoryPage>('quals-open-saved, quals-history-page')?.openFile(file);
}

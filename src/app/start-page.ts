/** Starts what works behind one page element: its model session, its keys, its files. */
import type { ModelIndex } from '../core/model-index.js';
import { ScorerClient } from '../scorer/scorer-client.js';
import { startScorerWorker } from '../scorer/scorer-worker.js';
import type { PageState } from '../state/page-state.js';
import type { OpenSaved } from '../features/saved/open-saved.js';
import type { Session } from '../state/scoring/session.js';
import { deleteModelFiles, keepModelFiles } from '../storage/model-cache.js';
import { listenForDroppedFiles } from './document/dropped-files.js';
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
  const findOpener = (): OpenSaved | undefined => root.querySelector('quals-open-saved') ?? undefined;
  listenForDroppedFiles(embedded ? root : window, root, state, findOpener, signal);
  listenForShortcuts(embedded ? root : window, root, state, session, signal);
  if (state.$settings.get().acceptedModels.includes(model.href)) void session.load();
  void readFirstFiles(page, model, state, hadTexts);
  return session;
}

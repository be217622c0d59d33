/** What one page element alone can have in a document: title, address, theme, keys, the stored visit, the service worker. */
import { remember } from '../../state/page/remember.js';
import type { PageState } from '../../state/page-state.js';
import { markRun, takeRunMark } from '../../storage/run-mark.js';
import { followAddress } from './place-in-address.js';
import { followSentLink } from './sent-link.js';
import { keepPage } from './service-worker.js';
import { keepTheme } from './theme-memory.js';
import { keepTitle } from './window-title.js';

/** Resolves once the last visit has been read. True where it left texts. Until `signal`. */
export async function ownDocument(root: Element, state: PageState, signal: AbortSignal): Promise<boolean> {
  keepPage(state, signal);
  state.history.start(signal);
  const hadTexts = await remember(state, signal);
  if (signal.aborted) return hadTexts;
  keepTheme(state, signal);
  keepTitle(state, signal);
  followAddress(root, state, signal);
  followSentLink(state, signal);
  if (takeRunMark()) state.$run.set({ kind: 'failed', fault: { code: 'run-interrupted', detail: '' } });
  signal.addEventListener(
    'abort',
    state.$run.listen(({ kind }) => markRun(kind === 'running' || kind === 'waiting')),
  );
  return hadTexts;
}

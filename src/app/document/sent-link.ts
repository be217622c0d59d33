/** Reads texts that somebody sent from the fragment of the address. The fragment is removed once the person has decided. */
import type { PageState } from '../../state/page-state.js';
import { decodeShare, isShare } from '../../state/share/share-link.js';

export function followSentLink({ $shared }: PageState, signal: AbortSignal): void {
  const read = async (): Promise<void> => {
    const { hash } = location;
    if (!isShare(hash)) return;
    const decoded = await decodeShare(hash);
    // Another page may be open by now.
    if (location.hash === hash && !signal.aborted) $shared.set(decoded);
  };
  void read();
  addEventListener('hashchange', () => void read(), { signal });
  const leave = $shared.listen((shared) => {
    if (!shared && isShare(location.hash)) history.replaceState(null, '', `${location.pathname}${location.search}#`);
  });
  signal.addEventListener('abort', leave);
}

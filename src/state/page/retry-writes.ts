/**
 * When the page tries again to store what had no room. A browser does not say when there is room, so the page tries after each
 * deletion, whenever another of its pages opens, and whenever a person leaves the tab or comes back.
 */
import type { PageState } from '../page-state.js';
import type { WriteValue } from './stored-values.js';

export function retryWrites(
  { $visit, $removals }: Pick<PageState, '$visit' | '$removals'>,
  { retry }: Pick<WriteValue, 'retry'>,
  signal: AbortSignal,
): void {
  const retryNow = (): void => void retry();
  globalThis.addEventListener?.('pagehide', retryNow, { signal });
  globalThis.document?.addEventListener('visibilitychange', retryNow, { signal });
  const leaves = [$visit.listen(retryNow), $removals.listen(retryNow)];
  signal.addEventListener('abort', () => leaves.forEach((leave) => leave()));
}

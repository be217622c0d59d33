/**
 * Ctrl or Cmd+Enter scores, Escape stops; both are off on the help page, where neither would be visible. There are no single-letter
 * keys here, because fields, screen readers and charts use those. The page "Rate" has its own.
 */
import { scoresOneText } from '../../state/page/place.js';
import type { PageState } from '../../state/page-state.js';
import type { Session } from '../../state/scoring/session.js';
import { isOfOther } from './event-owner.js';

/** `target`: where keys are heard, the window or the root element itself. */
export function listenForShortcuts(
  target: EventTarget,
  root: Element,
  { $model, $place, $run }: PageState,
  session: Session,
  signal: AbortSignal,
): void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || !scoresOneText($place.get()) || isOfOther(event, root)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void session.score();
    } else if (event.key === 'Escape') {
      if ($run.get().kind === 'running') session.stop();
      else if ($model.get().kind === 'loading' && $run.get().kind === 'waiting') session.cancelLoad();
    }
  };
  target.addEventListener('keydown', onKey as EventListener, { signal });
}

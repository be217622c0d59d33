/**
 * Ctrl or Cmd+Enter scores, Escape stops; both are off on the help page, where neither would be visible. There are no single-letter
 * keys, because fields, screen readers and charts use those.
 */
import { $model } from '../state/model.js';
import { $place } from '../state/place.js';
import { $run } from '../state/run.js';
import type { Session } from '../state/session.js';

export function listenForShortcuts(session: Session): void {
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || $place.get() === 'help') return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void session.score();
    } else if (event.key === 'Escape') {
      if ($run.get().kind === 'running') session.stop();
      else if ($model.get().kind === 'loading' && $run.get().kind === 'waiting') session.cancelLoad();
    }
  });
}

/** Ctrl or Cmd+Enter scores, Escape stops. No single keys: those belong to fields, screen readers and charts. */
import { $model } from '../state/model.js';
import { $run } from '../state/run.js';
import type { Session } from '../state/session.js';

export function listenForShortcuts(session: Session): void {
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void session.score();
    } else if (event.key === 'Escape') {
      if ($run.get().kind === 'running') session.stop();
      else if ($model.get().kind === 'loading' && $run.get().kind === 'waiting') session.cancelLoad();
    }
  });
}

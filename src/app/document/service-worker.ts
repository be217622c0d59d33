/// <reference types="vite-plugin-pwa/vanillajs" />
/** Stores the page for visits without a network. Offers a newer version, and installs it when a person wants it. */
import { registerSW } from 'virtual:pwa-register';
import type { PageState } from '../../state/page-state.js';

export function keepPage({ $pageStored, $update }: PageState, signal: AbortSignal): void {
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  let wanted = false;
  const activate = registerSW({
    onNeedRefresh: () => {
      const take = (): void => {
        wanted = true;
        void activate();
      };
      $update.set({ kind: 'offered', take });
      // In every tab, once one of them has taken it: only that one reloads, a run in another goes on.
      const onChange = (): void => {
        if (wanted) location.reload();
        else $update.set({ kind: 'taken-elsewhere' });
      };
      serviceWorker.addEventListener('controllerchange', onChange, { signal });
    },
    // By default, the library would reload every tab, but none on a first visit.
    onNeedReload: () => undefined,
  });
  void serviceWorker.ready.then(() => $pageStored.set(true));
}

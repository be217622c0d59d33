/// <reference types="vite-plugin-pwa/vanillajs" />
/** Stores the page for visits without a network. Offers a newer version, and installs it when a person wants it. */
import { registerSW } from 'virtual:pwa-register';
import { $pageStored, $update } from '../state/offline.js';

export function keepPage(): void {
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
      // Called in every tab when one installs the new version: only that tab reloads, and runs in other tabs continue.
      serviceWorker.addEventListener('controllerchange', () => {
        if (wanted) location.reload();
        else $update.set({ kind: 'taken-elsewhere' });
      });
    },
    // By default, the library would reload every tab, but none on a first visit.
    onNeedReload: () => undefined,
  });
  void serviceWorker.ready.then(() => $pageStored.set(true));
}

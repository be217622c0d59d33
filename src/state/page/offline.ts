/** What is stored for visits without a network, besides the model (state/model.ts), and versions of the page. */
import { atom } from 'nanostores';

/**
 * `offered`: a newer version of the page is stored and waits; `take` installs it and reloads. `taken-elsewhere`: another tab
 * installed it, and this tab still shows the older version.
 */
export type Update =
  | { readonly kind: 'none' }
  | { readonly kind: 'offered'; readonly take: () => void }
  | { readonly kind: 'taken-elsewhere' };

export function createOfflineState() {
  /** True once the page itself is stored: the service worker answers for it. */
  const $pageStored = atom(false);
  /** Whether the browser promised not to clear the files by itself; undefined before it was asked. */
  const $persisted = atom<boolean | undefined>(undefined);
  const $update = atom<Update>({ kind: 'none' });
  return { $pageStored, $persisted, $update };
}

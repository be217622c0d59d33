/**
 * The theme is kept a second time in localStorage, since IndexedDB answers too late: public/theme-before-paint.js reads
 * it before the first paint, so that a dark page never flashes white.
 */
import { applyTheme } from '../components/theme.js';
import type { PageState } from '../state/page-state.js';

const KEY = 'quals-theme';

export function keepTheme({ $settings }: PageState, signal: AbortSignal): void {
  const leave = $settings.subscribe(({ theme }) => {
    applyTheme(document.documentElement, theme);
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // Refused storage is said once, by the texts and settings that are not kept either; a flash is all that is lost here.
    }
  });
  signal.addEventListener('abort', leave);
}

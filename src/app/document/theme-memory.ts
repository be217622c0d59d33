/**
 * Stores the theme a second time in localStorage, because IndexedDB answers too late: public/theme-before-paint.js reads
 * it before the first paint, so that a dark page never flashes white.
 */
import { applyTheme } from '../../components/theme.js';
import type { PageState } from '../../state/page-state.js';

const KEY = 'quals-theme';

export function keepTheme({ $settings }: PageState, signal: AbortSignal): void {
  const leave = $settings.subscribe(({ theme }) => {
    applyTheme(document.documentElement, theme);
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // The texts and settings report refused storage once; here, only a flash of the wrong theme is lost.
    }
  });
  signal.addEventListener('abort', leave);
}

export type ThemeChoice = 'system' | 'light' | 'dark';

/** tokens.css reads `data-theme`; without it, the system preference applies. The page calls this before its first paint. */
export function applyTheme(root: HTMLElement, theme: ThemeChoice): void {
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}

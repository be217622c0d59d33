// Runs before the first paint (see src/app/document/theme-memory.ts). Not a module: those wait until the page is parsed.
try {
  const theme = localStorage.getItem('quals-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is refused: the system preference applies.
}

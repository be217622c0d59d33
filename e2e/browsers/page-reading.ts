/** What a person sees of the page. Each function runs in the page: it sees nothing of this file. */

/** The accessible name of the focused element, through shadow roots, from its labels and texts. */
export function focusedName(): string {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  const labels = (active as HTMLInputElement | null)?.labels;
  return active?.getAttribute('aria-label') ?? labels?.[0]?.textContent?.trim() ?? active?.textContent?.trim() ?? '';
}

export function texts(): readonly string[] {
  return [...document.querySelectorAll('quals-counted-textarea')].map(({ value }) => value);
}

export function mainHeading(): string {
  return document.querySelector('main h1')?.textContent?.trim() ?? '';
}

/** As a person can read it; hidden parts are left out. */
export function mainText(): string {
  return document.querySelector('main')?.innerText ?? '';
}

/** QUALS as the page shows it, with a hyphen as its sign; '' before there is a result. */
export function shownScore(): string {
  return document.querySelector('quals-verdict-panel .big-score')?.textContent?.trim().replace('−', '-') ?? '';
}

/** Words that the first look marks in this summary; null until it has looked at it. */
export function markedWords(summary: string): readonly string[] | null {
  const marks = document.querySelector('quals-first-look')?.querySelector('quals-look-marks');
  if (!marks || marks.stale || marks.text !== summary) return null;
  return [...(marks.shadowRoot?.querySelectorAll('p :is(.strong, .weak)') ?? [])].map(({ textContent }) => textContent);
}

/** What a screen reader says of the first look. */
export function spokenMarks(): string {
  return document.querySelector('quals-first-look [role="status"]')?.textContent ?? '';
}

export function pageStored(): Promise<boolean> {
  return navigator.serviceWorker.ready.then(() => true);
}

/** Without it the model runs on one thread, also in an isolated page. */
export function sharesMemory(): boolean {
  return typeof SharedArrayBuffer !== 'undefined';
}

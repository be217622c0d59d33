/** A mark that stands as long as a run goes on. A tab that was discarded or reloaded meanwhile finds it when it comes back. */
const KEY = 'quals-run';

export function markRun(running: boolean): void {
  try {
    if (running) sessionStorage.setItem(KEY, '1');
    else sessionStorage.removeItem(KEY);
  } catch {
    // Storage is refused: then a run that was interrupted is not spoken of.
  }
}

/** True once for a run that did not end. */
export function takeRunMark(): boolean {
  try {
    const marked = sessionStorage.getItem(KEY) !== null;
    sessionStorage.removeItem(KEY);
    return marked;
  } catch {
    return false;
  }
}

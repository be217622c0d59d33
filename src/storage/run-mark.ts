/** A mark that exists while a run is in progress. After a reload or a discarded tab, the page finds it and reports the interruption. */
const KEY = 'quals-run';

export function markRun(running: boolean): void {
  try {
    if (running) sessionStorage.setItem(KEY, '1');
    else sessionStorage.removeItem(KEY);
  } catch {
    // Storage is refused: then an interrupted run is not reported.
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

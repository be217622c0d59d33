/** The window title shows the progress and the result of a run, for a tab in the background. */
import { computed } from 'nanostores';
import type { PageState } from '../../state/page-state.js';
import { WINDOW } from '../../text/page/page-words.js';

export function keepTitle({ $place, $run, $shown }: PageState, signal: AbortSignal): void {
  const $title = computed([$place, $run, $shown], (place, run, shown) => {
    if (run.kind === 'running') return WINDOW.running(run.written.length, run.protocol.search.paths);
    if (place === 'help' || place === 'history') return WINDOW[place];
    return place === 'result' && shown?.result.kind === 'scored' ? WINDOW.scored(shown.result.quals) : WINDOW.plain;
  });
  const leave = $title.subscribe((title) => (document.title = title));
  signal.addEventListener('abort', leave);
}

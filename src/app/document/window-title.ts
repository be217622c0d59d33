/** The window title shows the progress and the result of a run, for a tab in the background. */
import { computed } from 'nanostores';
import { countStatuses } from '../../state/batch/batch-entry.js';
import type { PageState } from '../../state/page-state.js';
import { WINDOW } from '../../text/page/page-words.js';

export function keepTitle({ $batchEntries, $place, $run, $shown, $compareRun }: PageState, signal: AbortSignal): void {
  const $title = computed([$place, $run, $shown, $compareRun, $batchEntries], (place, run, shown, comparing, rows) => {
    if (run.kind === 'many' && run.owner === 'batch') {
      return WINDOW.batch(rows.length - countStatuses(rows).waiting, rows.length);
    }
    if (run.kind === 'running') return WINDOW.running(run.written.length, run.protocol.search.paths);
    if (comparing.kind === 'running') {
      const number = comparing.done + 1;
      return WINDOW.comparing(number, number + comparing.waiting.length);
    }
    if (place === 'batch') return WINDOW.rows;
    if (place === 'compare' || place === 'help' || place === 'history' || place === 'measures' || place === 'rate') {
      return WINDOW[place];
    }
    return place === 'result' && shown?.result.kind === 'scored' ? WINDOW.scored(shown.result.quals) : WINDOW.plain;
  });
  const leave = $title.subscribe((title) => (document.title = title));
  signal.addEventListener('abort', leave);
}

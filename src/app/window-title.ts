/** The window title shows the progress and the result of a run, for a tab in the background. */
import { computed } from 'nanostores';
import { $place } from '../state/place.js';
import { $shown } from '../state/result.js';
import { $run } from '../state/run.js';
import { WINDOW } from '../text/page-words.js';

const $title = computed([$place, $run, $shown], (place, run, shown) => {
  if (run.kind === 'running') return WINDOW.running(run.written.length, run.protocol.search.paths);
  if (place === 'help') return WINDOW.help;
  return place === 'result' && shown?.result.kind === 'scored' ? WINDOW.scored(shown.result.quals) : WINDOW.plain;
});

export function keepTitle(): void {
  $title.subscribe((title) => (document.title = title));
}

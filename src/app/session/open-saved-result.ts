/** Shows a result from a file or the history, and puts its texts into the fields, so that they can be edited and scored again. */
import type { OpenedFile } from '../../features/saved/open-saved.js';
import { areSame } from '../../state/scoring/document.js';
import type { ShownResult } from '../../state/scoring/result.js';
import type { PageState } from '../../state/page-state.js';
import { shownOf } from '../../state/scoring/shown-record.js';

export function openSavedResult(state: PageState, { fileName, records }: OpenedFile): void {
  openResult(state, shownOf(records[0], { fileName, resultsInFile: records.length }));
}

export function openResult(state: PageState, opened: ShownResult): void {
  const { $texts, $run, replaceTexts, showResult, goTo } = state;
  const texts = $texts.get();
  // A run that waits for the model scores the texts that the person asked for.
  if (!areSame(opened.texts, texts) && $run.get().kind !== 'waiting') {
    if (isOwn(state)) replaceTexts(opened.texts);
    else $texts.set(opened.texts);
  }
  showResult(opened);
  goTo('result');
}

/** Only a person's own texts need saving: those of an example, of the history or of a file can be opened again. */
function isOwn({ $texts, $shown, $example }: PageState): boolean {
  const [texts, shown, example] = [$texts.get(), $shown.get(), $example.get()];
  const isOpened = (shown?.origin.kind === 'file' || shown?.origin.kind === 'history') && areSame(shown.texts, texts);
  return !isOpened && !(example && areSame(example, texts));
}

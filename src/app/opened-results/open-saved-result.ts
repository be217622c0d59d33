/** Shows a result from a file or the history, and puts its texts into the fields, so that they can be edited and scored again. */
import type { OpenedFile } from '../../features/saved/open-saved.js';
import type { ShownResult } from '../../state/scoring/result.js';
import type { PageState } from '../../state/page-state.js';
import { shownOf } from '../../state/scoring/shown-record.js';
import { takeTexts } from '../../state/scoring/take-texts.js';
import { notOpenedInRun } from '../../text/page/page-words.js';
import { openAsBatch } from './open-as-batch.js';

/** Several results open on the batch page; where they cannot be stored, the first of them opens alone. */
export async function openSavedResult(state: PageState, { fileName, records }: OpenedFile): Promise<void> {
  if (records.length > 1 && (await openAsBatch(state, undefined, fileName, records))) return;
  openResult(state, shownOf(records[0], { fileName, resultsInFile: records.length }));
}

/** During a run the page only says why not: the result would take the place of the run's, above the texts of the run. */
export function openResult(state: PageState, opened: ShownResult): void {
  if (state.$run.get().kind === 'running') return state.$notOpened.set(notOpenedInRun(nameOf(opened)));
  state.$notOpened.set('');
  // A run that waits for the model scores the texts that the person asked for.
  if (state.$run.get().kind !== 'waiting') takeTexts(state, opened.texts);
  state.showResult(opened);
  state.goTo('result');
}

/** What the person knows the result by; '' for no name. */
function nameOf({ origin }: ShownResult): string {
  switch (origin.kind) {
    case 'file':
      return origin.fileName;
    case 'history':
    case 'example':
      return origin.title;
    case 'run':
      return '';
  }
}

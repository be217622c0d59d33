/** Shows a result from a file or the history, and puts its texts into the fields, so that they can be edited and scored again. */
import type { OpenedFile } from '../../features/saved/open-saved.js';
import type { ShownResult } from '../../state/scoring/result.js';
import type { PageState } from '../../state/page-state.js';
import { shownOf } from '../../state/scoring/shown-record.js';
import { takeTexts } from '../../state/scoring/take-texts.js';
import { openAsBatch } from './open-as-batch.js';

/** Several results open on the batch page; where they cannot be stored, the first of them opens alone. */
export async function openSavedResult(state: PageState, { fileName, records }: OpenedFile): Promise<void> {
  if (records.length > 1 && (await openAsBatch(state, undefined, fileName, records))) return;
  openResult(state, shownOf(records[0], { fileName, resultsInFile: records.length }));
}

/** Does nothing during a run: its result would take the place of this one, above the texts of this one. */
export function openResult(state: PageState, opened: ShownResult): void {
  if (state.$run.get().kind === 'running') return;
  // A run that waits for the model scores the texts that the person asked for.
  if (state.$run.get().kind !== 'waiting') takeTexts(state, opened.texts);
  state.showResult(opened);
  state.goTo('result');
}

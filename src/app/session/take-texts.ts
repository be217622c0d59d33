/** Puts texts into the fields. What the person typed is kept, and can be restored. */
import { areSame, type Texts } from '../../state/scoring/document.js';
import type { PageState } from '../../state/page-state.js';

export function takeTexts(state: PageState, texts: Texts): void {
  if (areSame(texts, state.$texts.get())) return;
  if (isOwn(state)) state.replaceTexts(texts);
  else state.$texts.set(texts);
}

/** Only a person's own texts need saving: those of an example, of the history or of a file can be opened again. */
function isOwn({ $texts, $shown, $example }: PageState): boolean {
  const [texts, shown, example] = [$texts.get(), $shown.get(), $example.get()];
  const isOpened = (shown?.origin.kind === 'file' || shown?.origin.kind === 'history') && areSame(shown.texts, texts);
  return !isOpened && !(example && areSame(example, texts));
}

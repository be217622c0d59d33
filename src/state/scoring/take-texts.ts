/** Puts texts into the fields. What the person typed is kept, and can be restored. */
import type { PageState } from '../page-state.js';
import { areSame, type Texts } from './document.js';

/** `texts` may have more than the two: an example has its result. */
export function takeTexts(state: PageState, { source, summary }: Texts): void {
  const texts = { source, summary };
  if (areSame(texts, state.$texts.get())) return;
  if (isOwn(state)) state.replaceTexts(texts);
  else state.giveTexts(texts);
}

/** Only a person's own texts need saving: those of an example, of the history or of a file can be opened again. */
function isOwn({ $texts, $shown, $example }: PageState): boolean {
  const [texts, shown, example] = [$texts.get(), $shown.get(), $example.get()];
  const isOpened = (shown?.origin.kind === 'file' || shown?.origin.kind === 'history') && areSame(shown.texts, texts);
  return !isOpened && !(example && areSame(example, texts));
}

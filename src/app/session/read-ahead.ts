/** The article is read while the person still edits the summary: a score then begins with that behind it. */
import type { PageState } from '../../state/page-state.js';

/** Delay after the last change, so that a typed article is not read letter by letter. */
const QUIET_MS = 800;

/** `read` is asked for each article once, where a model is loaded and no score is under way, until the returned function is called. */
export function readArticlesAhead({ $texts, $model, $run }: PageState, read: (source: string) => void): () => void {
  let asked: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = (): void => {
    const { source } = $texts.get();
    if ($model.get().kind !== 'ready' || $run.get().kind !== 'idle' || source === asked) return;
    asked = source;
    read(source);
  };
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(ask, QUIET_MS);
  };
  const leaveTexts = $texts.listen(({ source }, before) => {
    if (source !== before?.source) wait();
  });
  const leaveModel = $model.listen(({ kind }) => {
    // A new worker has read nothing yet.
    asked = undefined;
    if (kind === 'ready') wait();
  });
  return () => {
    clearTimeout(timer);
    leaveTexts();
    leaveModel();
  };
}

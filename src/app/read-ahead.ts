/** Prefills the article while the person still edits the summary, so that a score can start with it. */
import { $texts } from '../state/document.js';
import { $model } from '../state/model.js';
import { $run } from '../state/run.js';

/** Delay after the last change, so that a typed article is not read letter by letter. */
const QUIET_MS = 800;

/** Calls `read` once per article while a model is loaded and no score is running, until the returned function is called. */
export function readArticlesAhead(read: (source: string) => void): () => void {
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

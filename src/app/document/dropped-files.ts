/**
 * A file that is dropped on a field fills it; a saved result opens, wherever it is dropped. Nothing else happens: the browser
 * would leave the page for the file.
 */
import { fillField } from '../../features/document/fill-field.js';
import type { Texts } from '../../state/scoring/document.js';
import type { PageState } from '../../state/page-state.js';
import { isOfOther } from './event-owner.js';

/** Opens a saved result, or says why the file is none. */
export type OpenResult = (file: File) => Promise<void>;

/** `target`: the window, or an embedded page's `root` itself. Until `signal`. */
export function listenForDroppedFiles(
  target: EventTarget,
  root: Element,
  state: PageState,
  openResult: OpenResult,
  signal: AbortSignal,
): void {
  const onOver = (event: Event): void => {
    if (holdsFiles(event as DragEvent)) event.preventDefault();
  };
  const onDrop = (event: Event): void => {
    const { dataTransfer } = event as DragEvent;
    if (!holdsFiles(event as DragEvent)) return;
    event.preventDefault();
    if (isOfOther(event, root)) return;
    // Later the browser takes the files back.
    void take([...(dataTransfer?.files ?? [])], fieldUnder(event), state, openResult);
  };
  target.addEventListener('dragover', onOver, { signal });
  target.addEventListener('drop', onDrop, { signal });
}

async function take(
  files: readonly File[],
  field: keyof Texts | undefined,
  state: PageState,
  openResult: OpenResult,
): Promise<void> {
  const [file] = files;
  if (!file) return;
  const isResult = files.length === 1 && (await isSavedResult(file));
  if (field && !isResult) await fillField(state, field, files);
  else await openResult(file);
}

/** Records begin with their format (src/core/record). A file that cannot be read is none: the field says what is wrong with it. */
async function isSavedResult(file: File): Promise<boolean> {
  const beginning = await file
    .slice(0, 200)
    .text()
    .catch(() => '');
  return /^\s*\{\s*"format":\s*"quals-(result|texts|history)/u.test(beginning);
}

/** Text that is dragged is the browser's business. */
function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

function fieldUnder(event: Event): keyof Texts | undefined {
  for (const target of event.composedPath()) {
    const name = target instanceof HTMLElement ? target.dataset['field'] : undefined;
    if (name === 'source' || name === 'summary') return name;
  }
  return undefined;
}

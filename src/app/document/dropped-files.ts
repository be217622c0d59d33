/**
 * A file that is dropped on a field fills it. A saved result opens wherever it is dropped on the form and its result. Elsewhere the
 * cursor shows that no drop is possible. Nothing else happens: the browser would leave the page for the file.
 */
import { fillField } from '../../features/document/fill-field.js';
import type { Texts } from '../../state/scoring/document.js';
import type { PageState } from '../../state/page-state.js';
import { isOfOther } from './event-owner.js';

/** The part of the page that opens a saved result, or says why the file is none. */
interface ResultOpener {
  openFile(file: File): Promise<void>;
}

/**
 * `target`: the window, or an embedded page's `root` itself. `findOpener`: undefined on a page without that part, and during a
 * run. Until `signal`.
 */
export function listenForDroppedFiles(
  target: EventTarget,
  root: Element,
  state: PageState,
  findOpener: () => ResultOpener | undefined,
  signal: AbortSignal,
): void {
  const onOver = (event: Event): void => {
    const { dataTransfer } = event as DragEvent;
    if (!dataTransfer || !isOurs(event as DragEvent)) return;
    event.preventDefault();
    if (isOfOther(event, root) || fieldUnder(event) || findOpener()) return;
    dataTransfer.dropEffect = 'none';
  };
  const onDrop = (event: Event): void => {
    const { dataTransfer } = event as DragEvent;
    if (!dataTransfer || !isOurs(event as DragEvent)) return;
    event.preventDefault();
    if (isOfOther(event, root)) return;
    // Later the browser takes the files back.
    void take([...dataTransfer.files], fieldUnder(event), state, findOpener());
  };
  target.addEventListener('dragover', onOver, { signal });
  target.addEventListener('drop', onDrop, { signal });
}

async function take(
  files: readonly File[],
  field: keyof Texts | undefined,
  state: PageState,
  opener: ResultOpener | undefined,
): Promise<void> {
  const [file] = files;
  if (!file) return;
  const isResult = files.length === 1 && (await isSavedResult(file));
  if (field && !isResult) await fillField(state, field, files);
  else await opener?.openFile(file);
}

/** A row of the command's output: the part that opens results says what is missing. */
const SCORE_ROW = /^\s*\{"id":.{1,120}?,"outcome":"/u;

/** Records begin with their format (src/core/record). A file that cannot be read is none: the field says what is wrong with it. */
async function isSavedResult(file: File): Promise<boolean> {
  const beginning = await file
    .slice(0, 200)
    .text()
    .catch(() => '');
  return /^\s*\{\s*"format":\s*"quals-(result|texts|history)/u.test(beginning) || SCORE_ROW.test(beginning);
}

/** Dragged text is the browser's business. A part of the page that takes files itself has prevented the default before. */
function isOurs({ dataTransfer, defaultPrevented }: DragEvent): boolean {
  return !defaultPrevented && (dataTransfer?.types.includes('Files') ?? false);
}

function fieldUnder(event: Event): keyof Texts | undefined {
  for (const target of event.composedPath()) {
    const name = target instanceof HTMLElement ? target.dataset['field'] : undefined;
    if (name === 'source' || name === 'summary') return name;
  }
  return undefined;
}

/** A file that is dropped on a field fills it. Dropped anywhere else it changes nothing: the browser would leave the page for it. */
import { fillField } from '../features/document/fill-field.js';
import type { Texts } from '../state/document.js';

/** Asked before the fields, wherever the file is dropped. True where it took the file. */
export type FileTaker = (file: File) => Promise<boolean>;

export function listenForDroppedFiles(takers: readonly FileTaker[]): void {
  addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    const isWelcome = takers.length > 0 || fieldUnder(event) !== undefined;
    if (event.dataTransfer) event.dataTransfer.dropEffect = isWelcome ? 'copy' : 'none';
  });
  addEventListener('drop', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    // Later the browser takes the files back.
    void take([...(event.dataTransfer?.files ?? [])], fieldUnder(event), takers);
  });
}

async function take(
  files: readonly File[],
  field: keyof Texts | undefined,
  takers: readonly FileTaker[],
): Promise<void> {
  const [file] = files;
  if (file && files.length === 1) for (const taker of takers) if (await taker(file)) return;
  if (field) await fillField(field, files);
}

/** Text that is dragged is the browser's business. */
function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

function fieldUnder(event: DragEvent): keyof Texts | undefined {
  for (const target of event.composedPath()) {
    const name = target instanceof HTMLElement ? target.dataset['field'] : undefined;
    if (name === 'source' || name === 'summary') return name;
  }
  return undefined;
}

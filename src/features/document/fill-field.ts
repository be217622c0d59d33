/** A dropped file's text takes the place of a field's; what was there can be brought back. */
import type { createDocumentState, Texts } from '../../state/scoring/document.js';
import { ONE_FILE } from '../../text/result/drop-words.js';
import { readDroppedText } from './dropped-text.js';

type DocumentState = ReturnType<typeof createDocumentState>;

export async function fillField(
  { $texts, $fieldProblem, editTexts, replaceTexts }: DocumentState,
  field: keyof Texts,
  files: readonly File[],
): Promise<void> {
  const [file] = files;
  if (!file) return;
  const dropped = files.length > 1 ? { problem: ONE_FILE } : await readDroppedText(file);
  if ('problem' in dropped) $fieldProblem.set({ field, problem: dropped.problem });
  else if ($texts.get()[field].trim() === '') editTexts({ [field]: dropped.text });
  else replaceTexts({ ...$texts.get(), [field]: dropped.text });
}

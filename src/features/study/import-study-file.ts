/** Takes a study file in, and says what that changed or why it did not. */
import type { Study } from '../../core/study/study.js';
import type { BatchInput } from '../../state/batch/batch.js';
import type { PageState } from '../../state/page-state.js';
import { decodeStudy } from '../../state/study/study-file.js';
import { inputProblem } from '../../text/batch/input-fault-words.js';
import { studyFaultWords } from '../../text/study/study-fault-words.js';
import { importedWords } from '../../text/study/study-words.js';

export interface ImportReport {
  readonly said?: string;
  readonly problem?: string;
}

/** `into`: the study that the file must belong to; undefined for any. */
export async function importStudyFile(
  { importStudy }: Pick<PageState, 'importStudy'>,
  { name, blob }: BatchInput,
  into: Study | undefined,
): Promise<ImportReport> {
  let text: string;
  try {
    text = await blob.text();
  } catch (error) {
    return { problem: inputProblem(error, name) };
  }
  const decoded = decodeStudy(text);
  if (!decoded.ok) return { problem: studyFaultWords(decoded.fault, name) };
  const imported = await importStudy(decoded.content, into);
  const said = importedWords(imported, into?.name ?? decoded.content.study.name, name);
  return imported.kind === 'other' || imported.kind === 'changed' ? { problem: said } : { said };
}

/** Why a file is no study that this page can open. */
import type { StudyFault } from '../../state/study/study-file.js';

export function studyFaultWords(fault: StudyFault, file: string): string {
  switch (fault.kind) {
    case 'unknown-format':
      return `${file} is not a study file. A study file is made with “Export study and answers”.`;
    case 'newer':
      return `${file} was made by a newer version of this page (file version ${fault.version}). Reload the page to update it, then open the file again.`;
    case 'damaged':
      return `${file} is damaged at “${fault.field}”. Nothing was changed. Export it again on the other machine.`;
  }
}

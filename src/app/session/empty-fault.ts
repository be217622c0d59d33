/** What a score and a first look both say of an empty field, before anything is loaded. */
import type { ErrorCode, Fault } from '../../core/errors.js';
import type { Texts } from '../../state/scoring/document.js';

export function emptyFault({ source, summary }: Texts): Fault | undefined {
  const fault = (code: ErrorCode): Fault => ({ code, detail: 'The field is empty.' });
  if (source.trim() === '') return fault('source-empty');
  return summary.trim() === '' ? fault('summary-empty') : undefined;
}

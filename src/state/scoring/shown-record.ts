/** Between the result on the page and its record. */
import { encodeResult, resultOf } from '../../core/record/encode-record.js';
import type { ResultRecord } from '../../core/record/result-record.js';
import type { ShownResult } from './result.js';

export function recordOf({ texts, result, earlier, origin }: ShownResult): ResultRecord {
  const { createdAt, name, run } =
    origin.kind === 'example' ? { createdAt: null, name: origin.title, run: undefined } : origin;
  return encodeResult(result, { texts, createdAt, name, run, earlier });
}

/** `file`: where it was opened from one; a result that the page itself stored has none. */
export function shownOf(
  record: ResultRecord,
  file?: { readonly fileName: string; readonly resultsInFile: number },
): ShownResult {
  const { texts, earlier, createdAt, name, run } = record;
  const made = { createdAt, name, run };
  return {
    texts,
    result: resultOf(record),
    earlier,
    origin: file ? { kind: 'file', ...file, ...made } : { kind: 'run', ...made },
  };
}

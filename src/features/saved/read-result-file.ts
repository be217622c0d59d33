/** Reads a file that a person chose or dropped: a saved result, shared texts, or why it is neither. */
import { decodeRecords } from '../../core/record/decode-records.js';
import { isHistoryHead } from '../../core/record/history-lines.js';
import { decodeRecordLines, parseLine } from '../../core/record/record-lines.js';
import type { ResultRecord } from '../../core/record/result-record.js';
import { type DecodedShare, decodeTexts, isTexts } from '../../state/share/shared-texts.js';
import type { FileFault } from '../../text/result/record-words.js';

/** Bytes. A result of a long article has about two million. */
const LIMIT = 100_000_000;

export type ReadFile =
  | { readonly ok: true; readonly records: readonly [ResultRecord, ...ResultRecord[]]; readonly shared?: undefined }
  | { readonly ok: true; readonly records?: undefined; readonly shared: DecodedShare }
  | { readonly ok: false; readonly fault: FileFault };

/** A JSON document, or JSON Lines with a record on each. */
export async function readResultFile(file: Pick<Blob, 'size' | 'text'>): Promise<ReadFile> {
  if (file.size > LIMIT) return { ok: false, fault: { kind: 'too-large', bytes: file.size, limit: LIMIT } };
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { ok: false, fault: { kind: 'unreadable' } };
  }
  const value = parseLine(text);
  if (value !== undefined && isScoreRow(value)) return { ok: false, fault: { kind: 'score-rows' } };
  if (value !== undefined && !isHistoryHead(value))
    return isTexts(value) ? { ok: true, shared: decodeTexts(value) } : decodeRecords(value);
  const first = parseLine(text.split('\n', 1)[0] ?? '');
  if (isHistoryHead(first)) return { ok: false, fault: { kind: 'history' } };
  if (isScoreRow(first)) return { ok: false, fault: { kind: 'score-rows' } };
  return first === undefined ? { ok: false, fault: { kind: 'not-json' } } : decodeRecordLines(text);
}

/** A row as the command writes it without `--records` (src/batch/output-row.ts). */
function isScoreRow(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return ['id', 'outcome', 'quals', 'pairs'].every((key) => key in value) && !('format' in value);
}

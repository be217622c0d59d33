/** Reads a file that a person chose or dropped: a saved result, or why it is none. */
import { decodeRecords } from '../../core/record/decode-records.js';
import type { ResultRecord } from '../../core/record/result-record.js';
import type { FileFault } from '../../text/result/record-words.js';

/** Bytes. A result of a long article has about two million. */
const LIMIT = 100_000_000;

export type ReadFile =
  | { readonly ok: true; readonly records: readonly [ResultRecord, ...ResultRecord[]] }
  | { readonly ok: false; readonly fault: FileFault };

export async function readResultFile(file: Pick<Blob, 'size' | 'text'>): Promise<ReadFile> {
  if (file.size > LIMIT) return { ok: false, fault: { kind: 'too-large', bytes: file.size, limit: LIMIT } };
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { ok: false, fault: { kind: 'unreadable' } };
  }
  try {
    return decodeRecords(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, fault: { kind: 'not-json' } };
    throw error;
  }
}

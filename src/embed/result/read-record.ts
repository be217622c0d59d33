/** Reads a stored result for an element: from an object, or from an address. */
import { decodeRecords } from '../../core/record/decode-records.js';
import type { ResultRecord } from '../../core/record/result-record.js';
import type { ShowFault } from '../../text/embed/embed-words.js';

export type ReadRecord =
  { readonly ok: true; readonly record: ResultRecord } | { readonly ok: false; readonly fault: ShowFault };

/** Of several records in one file, the first. `value`: parsed JSON of any version. */
export function readRecord(value: unknown): ReadRecord {
  const decoded = decodeRecords(value);
  return decoded.ok ? { ok: true, record: decoded.records[0] } : decoded;
}

/** Rejects only if `signal` is aborted. */
export async function fetchRecord(url: URL, signal: AbortSignal): Promise<ReadRecord> {
  const unreachable = (detail: string): ReadRecord => ({ ok: false, fault: { kind: 'unreachable', detail } });
  let text: string;
  try {
    const response = await fetch(url, { signal });
    if (!response.ok) return unreachable(`${url.href} answers with status ${response.status}`);
    text = await response.text();
  } catch (error) {
    if (signal.aborted) throw error;
    return unreachable(`${url.href}: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    return readRecord(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, fault: { kind: 'not-json' } };
    throw error;
  }
}

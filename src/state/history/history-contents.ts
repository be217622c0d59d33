/** The results of an entry as they are stored: JSON Lines of records, compressed. */
import type { DecodedRecords } from '../../core/record/decode-records.js';
import { decodeRecordLines, encodeRecordLines } from '../../core/record/record-lines.js';
import type { ResultRecord } from '../../core/record/result-record.js';
import { deflate, inflate } from '../../storage/deflate.js';
import { foldForSearch } from './find-items.js';

/** A browser's longest string is not much longer. */
const MOST_BYTES = 500_000_000;

export function encodeContents(records: readonly ResultRecord[]): Promise<Uint8Array> {
  return deflate(encodeRecordLines(records));
}

export async function decodeContents(contents: unknown): Promise<DecodedRecords> {
  const lines = await linesOfContents(contents);
  return lines === undefined ? { ok: false, fault: { kind: 'damaged', field: 'results' } } : decodeRecordLines(lines);
}

/** Undefined where they are damaged. */
export async function linesOfContents(contents: unknown): Promise<string | undefined> {
  if (!(contents instanceof Uint8Array)) return undefined;
  const inflated = await inflate(new Uint8Array(contents), MOST_BYTES);
  return inflated.ok ? inflated.text : undefined;
}

/** What the search looks in. Each text once: the results of a comparison share their article. */
export function searchTextOf(records: readonly ResultRecord[]): string {
  const texts = new Set(records.flatMap(({ name, texts: { source, summary } }) => [name ?? '', summary, source]));
  return foldForSearch([...texts].join('\n'));
}

/** Records as JSON Lines: one on each line, so that a file of many is written and read piece by piece. */
import { type DecodedRecords, decodeRecords } from './decode-records.js';
import { RECORD_VERSION, type ResultRecord, RESULTS_FORMAT } from './result-record.js';

/** JSON allows both within a string. Some readers of lines take them for line ends. */
const LINE_ENDS = /[\u2028\u2029]/g;

/** Any value of a line, with its line end. */
export function encodeLine(value: unknown): string {
  return `${JSON.stringify(value).replace(LINE_ENDS, (end) => `\\u${end.charCodeAt(0).toString(16)}`)}\n`;
}

export function encodeRecordLines(records: readonly ResultRecord[]): string {
  return records.map(encodeLine).join('');
}

/** Empty lines count for nothing. A line that is no JSON is a damaged record. */
export function decodeRecordLines(text: string): DecodedRecords {
  const lines = text.split('\n').map((line) => (line.trim() === '' ? undefined : { value: parseLine(line) }));
  const cut = lines.findIndex((line) => line && line.value === undefined);
  if (cut >= 0) return { ok: false, fault: { kind: 'damaged', field: `line ${cut + 1}` } };
  const records = lines.flatMap((line) => (line ? [line.value] : []));
  return decodeRecords({ format: RESULTS_FORMAT, version: RECORD_VERSION, records });
}

/** Undefined for a line that is no JSON. */
export function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

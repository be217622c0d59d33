/** A row's result as a record that the page opens (docs/result-record.md), on a line. */
import { encodeResult } from '../../core/record/encode-record.js';
import { encodeLine } from '../../core/record/record-lines.js';
import type { RowResult } from '../output-row.js';
import type { InputRow } from '../row.js';

/**
 * Named as the page names its records: the id, and the system where the row has one. Undefined for a first look, which has no pairs.
 * `createdAt`: ISO 8601, UTC.
 */
export function recordLine(
  { id, system, source, summary }: InputRow,
  result: RowResult,
  createdAt: string,
): string | undefined {
  if (result.kind === 'first-look') return undefined;
  const name = system === undefined ? String(id) : `${id}, ${system}`;
  return encodeLine(encodeResult(result, { texts: { source, summary }, createdAt, name }));
}

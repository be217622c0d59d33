/** A row's result as a record that the page opens (docs/result-record.md), on a line. */
import { encodeResult } from '../../core/record/encode-record.js';
import { encodeLine } from '../../core/record/record-lines.js';
import type { RowResult } from '../output-row.js';
import type { InputRow } from '../row.js';

/** Named by the row's id. Undefined for a first look, which has no pairs. `createdAt`: ISO 8601, UTC. */
export function recordLine(
  { id, source, summary }: InputRow,
  result: RowResult,
  createdAt: string,
): string | undefined {
  if (result.kind === 'first-look') return undefined;
  return encodeLine(encodeResult(result, { texts: { source, summary }, createdAt, name: String(id) }));
}

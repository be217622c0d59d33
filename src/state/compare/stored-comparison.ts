/** The comparison as it is stored for the next visit. */
import { array, type GenericSchema, object, optional, string } from 'valibot';
import { decodeRecords } from '../../core/record/decode-records.js';
import { encodeResult, resultOf } from '../../core/record/encode-record.js';
import type { ComparedScore, ComparedScores, ComparedTexts } from './comparison.js';

export const COMPARED_TEXTS: GenericSchema<unknown, ComparedTexts> = object({
  source: string(),
  summaries: array(object({ id: string(), name: string(), summary: string() })),
  baseline: optional(string()),
  entry: optional(string()),
});

/** A record per id. */
export function encodeScores(scores: ComparedScores): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(scores).map(([id, { texts, result, createdAt, run }]) => [
      id,
      encodeResult(result, { texts, createdAt, name: undefined, run, earlier: undefined }),
    ]),
  );
}

/** Leaves out what cannot be read: its text is scored again. */
export function decodeScores(stored: unknown): ComparedScores {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).flatMap(([id, value]): [string, ComparedScore][] => {
      const decoded = decodeRecords(value);
      if (!decoded.ok) return [];
      const [record] = decoded.records;
      const { texts, createdAt, run } = record;
      return [[id, { texts, result: resultOf(record), createdAt, run }]];
    }),
  );
}

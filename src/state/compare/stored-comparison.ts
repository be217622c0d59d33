/** The comparison as it is stored for the next visit. */
import {
  array,
  type GenericSchema,
  literal,
  looseObject,
  number,
  object,
  optional,
  safeParse,
  string,
  variant,
} from 'valibot';
import { decodeRecords } from '../../core/record/decode-records.js';
import { encodeResult, resultOf } from '../../core/record/encode-record.js';
import type { ComparedScore, ComparedScores, ComparedTexts, OpenedFrom } from './comparison.js';

export const COMPARED_TEXTS: GenericSchema<unknown, ComparedTexts> = object({
  source: string(),
  summaries: array(object({ id: string(), name: string(), summary: string() })),
  baseline: optional(string()),
  entry: optional(string()),
});

/** A score of this page is a record alone; one that was opened has its origin beside it. */
const OPENED: GenericSchema<unknown, { readonly record: object; readonly from: OpenedFrom }> = object({
  record: looseObject({}),
  from: variant('kind', [
    object({ kind: literal('example'), title: string() }),
    object({ kind: literal('history'), title: string() }),
    object({ kind: literal('file'), fileName: string(), resultsInFile: number() }),
  ]),
});

/** By id. */
export function encodeScores(scores: ComparedScores): Record<string, unknown> {
  return Object.fromEntries(Object.entries(scores).map(([id, scored]) => [id, encodeScore(scored)]));
}

function encodeScore({ texts, result, createdAt, run, from }: ComparedScore): unknown {
  const record = encodeResult(result, { texts, createdAt, name: undefined, run, earlier: undefined });
  return from ? { record, from } : record;
}

/** Leaves out what cannot be read: its text is scored again. */
export function decodeScores(stored: unknown): ComparedScores {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).flatMap(([id, value]): [string, ComparedScore][] => {
      const parsed = safeParse(OPENED, value);
      const opened = parsed.success ? parsed.output : undefined;
      const decoded = decodeRecords(opened?.record ?? value);
      if (!decoded.ok) return [];
      const [record] = decoded.records;
      const { texts, createdAt, run } = record;
      return [[id, { texts, result: resultOf(record), createdAt, run, ...(opened && { from: opened.from }) }]];
    }),
  );
}

/** A row of the input, in any format. */
import * as v from 'valibot';
import type { FormatFault } from './input-fault.js';
import type { RowId } from './row-id.js';

/** What the input calls the parts of a row. */
export interface RowKeys {
  readonly id: string;
  readonly source: string;
  readonly summary: string;
  /** A summary that a person wrote, for ROUGE and for ConSeq. Not read if missing. */
  readonly reference?: string;
  /** Further columns to keep with the row, for instance ratings by people. */
  readonly labels?: readonly string[];
}

export const DEFAULT_KEYS: RowKeys = { id: 'id', source: 'source', summary: 'summary' };

type Label = string | number | boolean | null;

export interface InputRow {
  readonly id: RowId;
  /** Only of a reference that is scored as a row of its own. */
  readonly system?: string;
  readonly source: string;
  readonly summary: string;
  /** Undefined where the row has none. */
  readonly reference?: string;
  readonly labels?: Readonly<Record<string, Label>>;
  /** Where the row begins, from 1. */
  readonly line: number;
  readonly fault?: undefined;
}

/** A row that cannot be scored. It becomes an error row of the output. */
export interface BadRow {
  /** Null if the row has none. */
  readonly id: RowId | null;
  readonly line: number;
  /** A sentence with line and key. */
  readonly problem: string;
  /** The format that the line seems to have, where it is not a row of this one. */
  readonly fault?: FormatFault;
}

export type BatchRow = InputRow | BadRow;

const idSchema = v.union(
  [v.string(), v.number(), v.bigint()],
  (issue) => `must be text or a number, not ${name(issue)}`,
);
const textSchema = v.string((issue) => `must be text, not ${name(issue)}`);
const rowSchema = v.object({
  id: idSchema,
  source: textSchema,
  summary: textSchema,
  reference: v.optional(v.nullable(textSchema)),
});

/** `values`: the row under the names that it has in the input. */
export function checkRow(values: Readonly<Record<string, unknown>>, line: number, keys: RowKeys): BatchRow {
  const named = {
    id: own(values, keys.id),
    source: own(values, keys.source),
    summary: own(values, keys.summary),
    ...(keys.reference !== undefined && { reference: own(values, keys.reference) }),
  };
  const row = v.safeParse(rowSchema, named);
  if (row.success) {
    const { reference, ...parts } = row.output;
    return { ...parts, ...(reference?.trim() && { reference }), ...labelsOf(values, keys), line };
  }
  const id = v.safeParse(idSchema, named.id);
  const problems = row.issues.map((issue) => {
    const key = v.getDotPath(issue) as keyof typeof named;
    return `${keys[key] ?? key} ${named[key] === undefined ? 'is missing' : issue.message}`;
  });
  return { id: id.success ? id.output : null, line, problem: `Line ${line}: ${problems.join('; ')}.` };
}

function own(values: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

function labelsOf(values: Readonly<Record<string, unknown>>, { labels }: RowKeys): Pick<InputRow, 'labels'> {
  if (!labels) return {};
  const kept = labels.map((key): [string, Label] => {
    const value = own(values, key);
    return [key, isLabel(value) ? value : null];
  });
  return { labels: Object.fromEntries(kept) };
}

function isLabel(value: unknown): value is Label {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** What stands in place of the text: "null", "a list", "the number 7". */
function name({ input }: { readonly input: unknown }): string {
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object' && input !== null) return 'an object';
  return String(input);
}

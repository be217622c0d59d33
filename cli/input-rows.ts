/** Rows of the input: one JSON object per line. */
import * as v from 'valibot';

const rowSchema = v.object({
  id: v.union([v.string(), v.number()]),
  source: v.string(),
  summary: v.string(),
});

export type InputRow = v.InferOutput<typeof rowSchema>;
export type RowId = InputRow['id'];

export interface BadRow {
  /** Null if the line has none. */
  readonly id: RowId | null;
  readonly problem: string;
}

/** `line` counts from 1. */
export function readRow(text: string, line: number): InputRow | BadRow {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { id: null, problem: `Line ${line} is not JSON: ${String(error)}` };
  }
  const row = v.safeParse(rowSchema, json);
  if (row.success) return row.output;
  const id = v.safeParse(v.object({ id: rowSchema.entries.id }), json);
  const issues = row.issues.map((issue) => `${v.getDotPath(issue) ?? 'the row'}: ${issue.message}`);
  return { id: id.success ? id.output.id : null, problem: `Line ${line}: ${issues.join('; ')}` };
}

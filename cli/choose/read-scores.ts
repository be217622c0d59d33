/** Rows of `quals score`, as values to choose by. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { REFERENCE_SYSTEM } from '../../src/batch/references/first-references.js';
import type { RowId } from '../../src/batch/row-id.js';
import { rougeEnsemble } from '../../src/core/measures/rouge.js';
import { UsageError } from '../arguments/usage-error.js';
import type { ChosenBy } from '../../src/batch/contrast/choose-texts.js';

const ROW = v.object({
  id: v.union([v.string(), v.number()]),
  system: v.optional(v.string()),
  quals: v.nullish(v.number()),
  rouge: v.optional(v.object({ rouge1: v.number(), rouge2: v.number(), rougeL: v.number() })),
});

/** A reference that "quals score --score-references" added has the id of a summary. */
export function scoreKey({ id, system }: { readonly id: RowId; readonly system?: string | undefined }): string {
  return system === REFERENCE_SYSTEM ? `${id} (${system})` : String(id);
}

/**
 * By `scoreKey`; by the id alone without `hasColumn`, where each reference has an id of its own. A row without a score has no
 * value. Throws UsageError that names the line.
 */
export async function readScores(path: string, by: ChosenBy, hasColumn: boolean): Promise<ReadonlyMap<string, number>> {
  const values = new Map<string, number>();
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const row = v.safeParse(ROW, parsed(line));
    if (!row.success) throw new UsageError(`${path}, line ${number}: this is no row of "quals score".`);
    const { id, system, quals, rouge } = row.output;
    if (by === 'rouge' && !rouge && typeof quals === 'number') {
      throw new UsageError(`${path}, line ${number}: it has no ROUGE. Score with "quals score --compare".`);
    }
    const value = by === 'quals' ? quals : rouge && rougeEnsemble(rouge);
    if (typeof value === 'number') values.set(scoreKey(hasColumn ? { id, system } : { id }), value);
  }
  return values;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

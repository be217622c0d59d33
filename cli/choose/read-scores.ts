/** Rows of `quals score`, as values to choose by. */
import { createReadStream } from 'node:fs';
import * as v from 'valibot';
import type { ChosenBy } from '../../src/batch/contrast/choose-texts.js';
import { InputError } from '../../src/batch/input-fault.js';
import { decodeText } from '../../src/batch/readers/decode-text.js';
import { exactId } from '../../src/batch/row-id.js';
import { splitLines } from '../../src/batch/split-lines.js';
import { CSV_START } from '../../src/batch/writers/csv-rows.js';
import { rougeEnsemble } from '../../src/core/measures/rouge.js';
import { inputFaultWords } from '../arguments/input-fault-words.js';
import { UsageError } from '../arguments/usage-error.js';
import { outputFormat } from '../output/output-place.js';
import { type KeyedScore, rowKey } from './match-scores.js';

const ROW = v.object({
  /** Null in the error row of a row without an id. A bigint keeps the digits that a double rounds. */
  id: v.nullable(v.union([v.string(), v.number(), v.bigint()])),
  system: v.optional(v.string()),
  quals: v.nullish(v.number()),
  rouge: v.optional(v.object({ rouge1: v.number(), rouge2: v.number(), rougeL: v.number() })),
});

/**
 * In the order of the file. Without `hasColumn`, where each reference is a row of the input, a system tells no rows apart. Throws
 * UsageError that names the line.
 */
export async function readScores(path: string, by: ChosenBy, hasColumn: boolean): Promise<readonly KeyedScore[]> {
  const scores: KeyedScore[] = [];
  try {
    for await (const { text, line } of splitLines(decodeText(createReadStream(path)))) {
      if (text.trim() === '') continue;
      const row = v.safeParse(ROW, parsed(text));
      if (!row.success) throw new UsageError(isCsv(path, text) ? csvWords(path) : noRowWords(path, line));
      const { id, system, quals, rouge } = row.output;
      if (by === 'rouge' && !rouge && typeof quals === 'number') {
        throw new UsageError(`${path}, line ${line}: it has no ROUGE. Score with "quals score --compare".`);
      }
      const value = by === 'quals' ? quals : rouge && rougeEnsemble(rouge);
      scores.push({ key: rowKey(hasColumn ? { id, system } : { id }), value: value ?? undefined });
    }
  } catch (error) {
    // Whoever catches it takes it for one of the rows' input.
    throw error instanceof InputError ? new UsageError(inputFaultWords(error.fault, path)) : error;
  }
  return scores;
}

/** Undefined for what is no JSON object. */
function parsed(text: string): unknown {
  let row: unknown;
  try {
    row = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof row !== 'object' || row === null) return undefined;
  return 'id' in row && typeof row.id === 'number' ? { ...row, id: exactId(row.id, text, 'id') } : row;
}

function isCsv(path: string, text: string): boolean {
  return outputFormat(path) === 'csv' || text.trim() === CSV_START.trim();
}

function csvWords(path: string): string {
  return `${path} is CSV. "quals choose" needs JSON Lines: score with --output NAME.jsonl.`;
}

function noRowWords(path: string, line: number): string {
  return `${path}, line ${line}: this is no row of "quals score".`;
}

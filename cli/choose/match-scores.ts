/** Gives each row of the input its score. */
import { REFERENCE_SYSTEM } from '../../src/batch/references/first-references.js';
import { idJson, type RowId } from '../../src/batch/row-id.js';
import { UsageError } from '../arguments/usage-error.js';

/** What tells rows apart: the id, of which 1 and "1" are two. A reference that "quals score" added has the id of a summary. */
type RowKey = string;

/** Of rows without an id. */
const NO_ID: RowKey = idJson(null);

export interface KeyedScore {
  readonly key: RowKey;
  /** Undefined for a row without a score. */
  readonly value: number | undefined;
}

export function rowKey({ id, system }: { readonly id: RowId | null; readonly system?: string | undefined }): RowKey {
  return system === REFERENCE_SYSTEM ? `${idJson(id)} (${system})` : idJson(id);
}

/**
 * The value of each row, in the order of `keys`. Scores in the order of the input, as "quals score" writes them, may repeat an
 * id: a reference and a summary may share that of their article. In another order, an id of the input must be there once.
 * `path`: of the scores, for messages. Throws UsageError.
 */
export function matchScores(
  keys: readonly RowKey[],
  scores: readonly KeyedScore[],
  path: string,
): readonly (number | undefined)[] {
  const other = keys.findIndex((key, place) => (scores[place]?.key ?? key) !== key);
  if (other < 0) return keys.map((_, place) => scores[place]?.value);
  const difference = `row ${other + 1} is ${scores[other]?.key ?? ''}, of the input ${keys[other] ?? ''}`;
  const values = new Map(scores.map(({ key, value }) => [key, value]));
  values.delete(NO_ID);
  const found = keys.filter((key) => values.has(key));
  if (found.length === 0) {
    throw new UsageError(`${path} has no row with an id of the input: ${difference}. 1 and "1" are two ids.`);
  }
  const repeated = new Set([...repeatedIn(found), ...repeatedIn(scores.map(({ key }) => key))]);
  const twice = found.find((key) => repeated.has(key));
  if (twice !== undefined) {
    throw new UsageError(
      `${path}: several rows have the id ${twice}, so that only their order tells their scores. It is not that of the input: ` +
        `${difference}. Name the rows as "quals score" wrote them, or give each an id of its own.`,
    );
  }
  return keys.map((key) => values.get(key));
}

function repeatedIn(keys: readonly RowKey[]): ReadonlySet<RowKey> {
  const seen = new Set<RowKey>();
  return new Set(keys.filter((key) => seen.has(key) || !seen.add(key)));
}

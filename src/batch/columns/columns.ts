/** Which column of an input is what. */

export interface Columns {
  readonly source: string;
  /** A column, or EACH_SUMMARY. */
  readonly summary: string;
  /** Null: the row's number is its id. */
  readonly id: string | null;
  /** Null: the input does not say which system wrote a summary. */
  readonly system: string | null;
  /** A judgement by people, as a number. */
  readonly label: string | null;
  /** A summary of the article that a person wrote: for ROUGE, and for ConSeq if it is scored too. */
  readonly reference: string | null;
  /** Whether each article's reference is scored as one more summary. */
  readonly scoreReferences: boolean;
}

/** SummVis has a column "summary:NAME" for each system: a row gives one summary a system. */
export const SYSTEM_PREFIX = 'summary:';

/** In place of a column's name: each column that begins with SYSTEM_PREFIX. */
export const EACH_SUMMARY = 'summary:*';

/** Without the column that is the reference. */
export function systemColumns(names: readonly string[], reference: string | null = null): readonly string[] {
  return names.filter(
    (name) => name.startsWith(SYSTEM_PREFIX) && name.length > SYSTEM_PREFIX.length && name !== reference,
  );
}

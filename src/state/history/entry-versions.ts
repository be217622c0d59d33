/** From each earlier form of an entry to the next. What is wrong in its values is left to the schema. */

/** A change that an older page would misread raises it and adds a step. */
export const ENTRY_VERSION = 2;

type Raw = Readonly<Record<string, unknown>>;

/** Step `n` turns version `n + 1` into version `n + 2`. */
const STEPS: readonly ((entry: Raw) => Raw)[] = [fromVersion1];

export function migrateEntry(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null) return stored;
  const { version } = stored as Raw;
  if (!Number.isInteger(version) || (version as number) < 1) return stored;
  return STEPS.slice((version as number) - 1).reduce((entry, step) => step(entry), stored as Raw);
}

/** Version 1 noted the range alone. That of one result is its score; a mean of several cannot be told from it. */
function fromVersion1(entry: Raw): Raw {
  const { results, lowest } = entry;
  const known = results === 1;
  return { ...entry, version: 2, scored: known ? Number(lowest !== null) : null, mean: known ? lowest : null };
}

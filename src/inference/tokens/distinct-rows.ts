/** Paths with equal tokens share one row. In the first steps of a search, most paths are equal. */
export interface DistinctRows<T> {
  /** The first path of each kind, in order of appearance. */
  readonly rows: readonly T[];
  /** Row of each path. */
  readonly rowOf: readonly number[];
}

/** `keyOf` is equal for two paths if and only if they hold the same tokens. */
export function distinctRows<T>(paths: readonly T[], keyOf: (path: T) => string): DistinctRows<T> {
  const rowOfKey = new Map<string, number>();
  const rows: T[] = [];
  const rowOf = paths.map((path) => {
    const key = keyOf(path);
    const known = rowOfKey.get(key);
    if (known !== undefined) return known;
    const row = rows.push(path) - 1;
    rowOfKey.set(key, row);
    return row;
  });
  return { rows, rowOf };
}

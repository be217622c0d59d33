/** Longest common subsequence in linear memory (Hirschberg 1975): an article and a summary may have 8,000 tokens each. */

/** Its length. */
export function commonLength(a: readonly string[], b: readonly string[]): number {
  return lastRow(a, b).at(-1) ?? 0;
}

/** Places in `a` and `b` of one longest common subsequence, ascending in both. */
export function commonPlaces(a: readonly string[], b: readonly string[]): [number, number][] {
  const found: [number, number][] = [];
  collect(a, b, 0, 0, found);
  return found;
}

function collect(
  a: readonly string[],
  b: readonly string[],
  startA: number,
  startB: number,
  found: [number, number][],
): void {
  const [first] = a;
  if (first === undefined || b.length === 0) return;
  if (a.length === 1) {
    const place = b.indexOf(first);
    if (place >= 0) found.push([startA, startB + place]);
    return;
  }
  const half = a.length >> 1;
  const before = lastRow(a.slice(0, half), b);
  const after = lastRow(a.slice(half).reverse(), b.toReversed());
  let cut = 0;
  for (let place = 1; place <= b.length; place++) {
    const through = (at: number): number => (before[at] as number) + (after[b.length - at] as number);
    if (through(place) > through(cut)) cut = place;
  }
  collect(a.slice(0, half), b.slice(0, cut), startA, startB, found);
  collect(a.slice(half), b.slice(cut), startA + half, startB + cut, found);
}

/** [b.length + 1]: entry j is the length for all of `a` and the first j of `b`. */
function lastRow(a: readonly string[], b: readonly string[]): Uint32Array {
  let row = new Uint32Array(b.length + 1);
  let next = new Uint32Array(b.length + 1);
  for (const each of a) {
    for (let place = 1; place <= b.length; place++) {
      next[place] =
        each === b[place - 1]
          ? (row[place - 1] as number) + 1
          : Math.max(row[place] as number, next[place - 1] as number);
    }
    [row, next] = [next, row];
  }
  return row;
}

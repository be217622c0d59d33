/** What the figure draws, and whether as dots or as bars. */

export interface ScorePoint {
  readonly quals: number;
  /** '' where the input names no system. */
  readonly system: string;
}

/** Up to so many dots a system are told apart. */
const MOST_DOTS = 300;

/** A dot for each summary, or bars where dots would be a black area. */
export function areDots(points: readonly ScorePoint[]): boolean {
  const counts = new Map<string, number>();
  for (const { system } of points) counts.set(system, (counts.get(system) ?? 0) + 1);
  return [...counts.values()].every((count) => count <= MOST_DOTS);
}

/** Which kept pair a path became. Kept paths and pairs are the same token sequences. */
import type { ScoredPair, WrittenPath } from '../../core/score.js';

/** Index in `pairs` by index in `paths`. */
export function pairsOfPaths(paths: readonly WrittenPath[], pairs: readonly ScoredPair[]): ReadonlyMap<number, number> {
  const key = (tokens: readonly { readonly token: number }[]): string => tokens.map(({ token }) => token).join();
  const places = new Map(pairs.map(({ tokens }, index) => [key(tokens), index]));
  const found = paths.map(
    ({ tokens, fate }, path) => [path, fate === 'kept' ? places.get(key(tokens)) : undefined] as const,
  );
  return new Map(found.filter((entry): entry is readonly [number, number] => entry[1] !== undefined));
}

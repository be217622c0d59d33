/** The paths of the search as a tree of words: common beginnings occur once. Pure. */
import type { WrittenPath } from '../../core/score.js';
import { pathWords, type PathWord } from './path-words.js';

export interface PathNode {
  /** Indices among siblings from the root, for instance "0.2.1"; the root's is "". */
  readonly id: string;
  /** Words up to the next fork or the end of a path: at least one, except in the root if paths differ at once. */
  readonly words: readonly PathWord[];
  /** Likeliest first word first. */
  readonly children: readonly PathNode[];
  /** Indices in `paths` of the paths through this node, and of the kept ones among them. */
  readonly through: readonly number[];
  readonly kept: readonly number[];
  /** Paths that end here: several if the search wrote one pair more than once. */
  readonly ending: readonly number[];
}

interface Trail {
  readonly path: number;
  readonly words: readonly PathWord[];
}

export function pathTree(paths: readonly WrittenPath[]): PathNode {
  const trails = paths.map(({ tokens }, path): Trail => ({ path, words: pathWords(tokens) }));
  return node('', trails, 0, (path) => paths[path]?.fate === 'kept');
}

/** `from`: number of words of each trail above this node. */
function node(id: string, trails: readonly Trail[], from: number, isKept: (path: number) => boolean): PathNode {
  const to = from + sharedWords(trails, from);
  const ending = trails.filter(({ words }) => words.length === to).map(({ path }) => path);
  const forks = groupBy(
    trails.filter(({ words }) => words.length > to),
    ({ words }) => words[to]?.key ?? '',
  ).sort((a, b) => likelihood(b, to) - likelihood(a, to));
  const through = trails.map(({ path }) => path);
  return {
    id,
    words: trails[0]?.words.slice(from, to) ?? [],
    children: forks.map((fork, place) => node(id === '' ? `${place}` : `${id}.${place}`, fork, to, isKept)),
    through,
    kept: through.filter(isKept),
    ending,
  };
}

/** Common words of all trails, from `from` on. */
function sharedWords([first, ...others]: readonly Trail[], from: number): number {
  if (!first) return 0;
  let to = from;
  while (to < first.words.length && others.every(({ words }) => words[to]?.key === first.words[to]?.key)) to++;
  return to - from;
}

function likelihood([first]: readonly Trail[], place: number): number {
  return first?.words[place]?.logProb ?? Number.NEGATIVE_INFINITY;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
}

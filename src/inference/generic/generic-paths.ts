/** Paths of a search with any decoder. Rows are grouped by length, so that no row needs padding. */
import type { NextTokens, Paths, TokenId } from '../../core/qagen-model.js';
import { distinctRows } from '../tokens/distinct-rows.js';
import { likeliestOfLogits, nextTokens } from '../logits/next-tokens.js';
import { joinRows, takeRows } from './cached-rows.js';
import type { Decoder, Reading } from './decoder.js';

interface Search {
  readonly decoder: Decoder;
  readonly end: TokenId;
  /** Number of likeliest tokens per path. */
  readonly count: number;
}

/** Rows of equal length, and their logits after the last token. */
type Group = Reading;

interface Place {
  readonly group: number;
  readonly row: number;
}

/** `start`: the cached row that has read the text and the start tokens. */
export async function openPaths(
  search: Search,
  start: Reading,
  beginnings: readonly (readonly TokenId[])[],
): Promise<Paths> {
  const steps = beginnings.map((tokens) => ({ group: 0, row: 0, tokens }));
  const { groups, places } = await step(search.decoder, [start], steps);
  return new GenericPaths(search, groups, places, await nextOf(search, groups, places));
}

class GenericPaths implements Paths {
  private released = false;

  constructor(
    private readonly search: Search,
    private groups: readonly Group[],
    private places: readonly Place[],
    public next: NextTokens,
  ) {}

  async advance(parents: readonly number[], tokens: readonly TokenId[]): Promise<NextTokens> {
    if (this.released) throw new Error('These paths were released.');
    const steps = parents.map((parent, path) => ({ ...at(this.places, parent), tokens: [at(tokens, path)] }));
    ({ groups: this.groups, places: this.places } = await step(this.search.decoder, this.groups, steps));
    this.next = await nextOf(this.search, this.groups, this.places);
    return this.next;
  }

  release(): void {
    this.released = true;
    this.groups = [];
  }
}

interface Step extends Place {
  /** None: the path does not move. */
  readonly tokens: readonly TokenId[];
}

/** New groups, one for each old group and number of tokens, and the position of each step's path in them. */
async function step(
  decoder: Decoder,
  groups: readonly Group[],
  steps: readonly Step[],
): Promise<{ groups: Group[]; places: Place[] }> {
  const { rows, rowOf } = distinctRows(steps, ({ group, row, tokens }) => [group, row, ...tokens].join());
  const kinds = distinctRows(rows, groupKey);
  const members = kinds.rows.map((): number[] => []);
  const places = rows.map((_, row): Place => {
    const group = at(kinds.rowOf, row);
    return { group, row: at(members, group).push(row) - 1 };
  });
  const next: Group[] = [];
  for (const group of members) {
    next.push(
      await extendGroup(
        decoder,
        groups,
        group.map((row) => at(rows, row)),
      ),
    );
  }
  const merged = mergeEqualLengths(next);
  const placeOf = ({ group, row }: Place): Place => ({
    ...at(merged.places, group),
    row: at(merged.places, group).row + row,
  });
  return { groups: merged.groups, places: rowOf.map((row) => placeOf(at(places, row))) };
}

/** Merges groups of equal length. `places`: the new position of the first row of each group. */
function mergeEqualLengths(groups: readonly Group[]): { groups: Group[]; places: Place[] } {
  const kinds = distinctRows(groups, ({ cache }) => `${cache.length}`);
  const members = kinds.rows.map((): Group[] => []);
  const places = groups.map((each, index): Place => {
    const group = at(kinds.rowOf, index);
    const row = at(members, group).reduce((sum, { cache }) => sum + cache.rows, 0);
    at(members, group).push(each);
    return { group, row };
  });
  const joined = members.map((parts): Group => {
    const { vocabulary } = at(parts, 0);
    const logits = joinArrays(parts.map((part) => part.logits));
    return { cache: joinRows(parts.map(({ cache }) => cache)), logits, vocabulary };
  });
  return { groups: joined, places };
}

function joinArrays(arrays: readonly Float32Array[]): Float32Array {
  const joined = new Float32Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let start = 0;
  for (const array of arrays) {
    joined.set(array, start);
    start += array.length;
  }
  return joined;
}

/**
 * One-token steps with the same origin run together. Longer steps run alone: on the CPU, grouped-query attention
 * accepts several new tokens after a cache for one row only.
 */
function groupKey({ group, tokens }: Step): string {
  return tokens.length > 1 ? `alone ${tokens.join()}` : `${group} ${tokens.length}`;
}

/** All steps begin in one group and have the same number of tokens. */
async function extendGroup(decoder: Decoder, groups: readonly Group[], steps: readonly Step[]): Promise<Group> {
  const { group, tokens } = at(steps, 0);
  const from = at(groups, group);
  const cache = takeRows(
    from.cache,
    steps.map(({ row }) => row),
  );
  if (tokens.length === 0) return { ...from, cache };
  return decoder.extend(
    cache,
    steps.map((each) => each.tokens),
    'last',
  );
}

function nextOf({ end, count }: Search, groups: readonly Group[], places: readonly Place[]): Promise<NextTokens> {
  const { vocabulary } = at(groups, 0);
  const firstRows: number[] = [];
  let rows = 0;
  for (const { cache } of groups) {
    firstRows.push(rows);
    rows += cache.rows;
  }
  const rowOf = places.map(({ group, row }) => at(firstRows, group) + row);
  return nextTokens(likeliestOfLogits(vocabulary), joinArrays(groups.map(({ logits }) => logits)), rowOf, count, end);
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`No place ${index} of ${list.length}.`);
  return item;
}

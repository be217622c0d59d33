/** Compares an example's stored result with a new run, and the list of examples with the examples. */
import type { Scored, Unscorable } from '../src/core/score.js';
import { describeMethod, methodOfRun } from '../src/core/method/scoring-method.js';
import type { Example, ExampleEntry } from '../src/state/scoring/examples.js';

/**
 * Nats. Paths of a search may have nearly equal scores, so another machine's kernels can keep one or two different pairs.
 * The mean over a dozen pairs then changes by a few hundredths.
 */
const TOLERANCE = 0.05;

type Result = Scored | Unscorable;

/** One sentence per difference; none if all is equal. */
export function differences(entry: ExampleEntry, example: Example, fresh: Result): string[] {
  const { result: stored } = example;
  if (!stored) return ['it has no stored result.'];
  return [...listDifferences(entry, example), ...runDifferences(stored, fresh)];
}

/** The row of the list for an example. */
export function entryOf({ id, title, result }: Example): ExampleEntry {
  return {
    id,
    title,
    ...(result && { outcome: result.kind, protocol: result.protocol }),
    ...(result?.kind === 'scored' && { quals: result.quals }),
  };
}

function listDifferences(entry: ExampleEntry, example: Example): string[] {
  const expected = entryOf(example);
  const value = (of: ExampleEntry, key: keyof ExampleEntry): string => JSON.stringify(of[key]) ?? 'nothing';
  return (['id', 'title', 'outcome', 'quals', 'protocol'] as const)
    .filter((key) => value(entry, key) !== value(expected, key))
    .map((key) => `the list has ${key} ${value(entry, key)}, the example ${value(expected, key)}.`);
}

function runDifferences(stored: Result, fresh: Result): string[] {
  const found: string[] = [];
  const compare = (what: string, before: string, now: string): void => {
    if (before !== now) found.push(`stored with ${what} ${before}, the fresh run has ${now}.`);
  };
  compare('the method', describeMethod(methodOfRun(stored)), describeMethod(methodOfRun(fresh)));
  compare('outcome', stored.kind, fresh.kind);
  if (stored.kind === 'scored' && fresh.kind === 'scored' && Math.abs(stored.quals - fresh.quals) > TOLERANCE) {
    found.push(`stored with QUALS ${stored.quals.toFixed(3)}, the fresh run has ${fresh.quals.toFixed(3)}.`);
  }
  return found;
}

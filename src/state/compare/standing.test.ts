import { expect, it } from 'vitest';
import { sampleResult, UNSCORABLE } from '../../../e2e/fake-scorer/sample-result.js';
import { NORMALISATION } from '../../core/text/normalisation.js';
import { DEFAULT_SETTINGS } from '../page/settings.js';
import type { ComparedScore, ComparedSummary } from './comparison.js';
import { baselineOf, comparables, isFresh, standings } from './standing.js';

const RESULT = { ...sampleResult(), normalisation: NORMALISATION };
const QUICK = { ...RESULT, protocol: { ...RESULT.protocol, search: { ...RESULT.protocol.search, paths: 20 } } };

function summary(
  id: string,
  scored?: Partial<ComparedScore> & { readonly of?: string; readonly source?: string },
): ComparedSummary {
  const { of = id, source = 'Article', ...others } = scored ?? {};
  const score = { texts: { source, summary: of }, result: RESULT, createdAt: '2026-01-01T00:00:00Z', ...others };
  return { id, name: id, summary: id, scored: scored && score };
}

const comparison = (...summaries: ComparedSummary[]) => ({ source: 'Article', summaries });

it('says of each summary whether its score is of the texts as they are', () => {
  const all = comparison(
    summary('a', {}),
    summary('b'),
    summary('c', { of: 'before an edit' }),
    summary('d', { source: 'Another article' }),
    { ...summary('e'), summary: ' ' },
    summary('f', { result: { ...UNSCORABLE, normalisation: NORMALISATION } }),
  );
  expect(standings(all)).toEqual(['current', 'unscored', 'edited', 'article-edited', 'empty', 'current']);
  expect(comparables(all).map(({ id }) => id)).toEqual(['a']);
});

it('does not compare scores of two methods: the newest score decides', () => {
  const all = comparison(
    summary('a', {}),
    summary('b', { result: QUICK, createdAt: '2026-01-02T00:00:00Z' }),
    summary('c', { result: QUICK }),
  );
  expect(standings(all)).toEqual(['other-method', 'current', 'current']);
  expect(baselineOf({ ...all, baseline: 'a' })?.id).toBe('b');
  expect(baselineOf({ ...all, baseline: 'c' })?.id).toBe('c');
});

it('scores again what was made by another protocol, search, model or recipe of normalisation', () => {
  const { model } = RESULT;
  const facts = { ...model, bytes: 1 };
  const scored = summary('a', {}).scored;
  const fresh = (...args: Partial<[typeof scored, Partial<typeof DEFAULT_SETTINGS>, typeof facts]>): boolean =>
    isFresh('Article', 'a', args[0] ?? scored, { ...DEFAULT_SETTINGS, ...args[1] }, args[2] ?? facts);
  expect(fresh()).toBe(true);
  expect(isFresh('Article', 'a', scored, DEFAULT_SETTINGS, undefined)).toBe(true);
  expect(fresh(scored, { preset: 'quick' })).toBe(false);
  expect(fresh(scored, { protocol: 'released' })).toBe(false);
  expect(fresh(scored, {}, { ...facts, version: '9.9.9' })).toBe(false);
  expect(fresh(summary('a', { result: { ...RESULT, normalisation: 0 } }).scored)).toBe(false);
  expect(isFresh('Article', 'b', scored, DEFAULT_SETTINGS, facts)).toBe(false);
  expect(isFresh('Article', 'a', undefined, DEFAULT_SETTINGS, facts)).toBe(false);
});

/** The numbers of paths are set in core/protocol.ts alone: with others there, no word of the page still has the old ones. */
import { expect, it, vi } from 'vitest';
import type * as Protocols from '../../core/protocol.js';
import { faultWords } from '../faults.js';

vi.mock('../../core/protocol.js', async (importOriginal) => {
  const real = await importOriginal<typeof Protocols>();
  const full = { ...real.SEARCH, paths: 31 };
  return {
    ...real,
    SEARCH: full,
    MATCHED: { ...real.MATCHED, search: full, softCap: 7 },
    PRESETS: { full, quick: { ...full, paths: 11 } },
  };
});

const modules = import.meta.glob<Record<string, unknown>>(['../**/*.ts', '!../**/*.test.ts'], { eager: true });

/** Every string in a value; of a function, its source. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'function') return [String(value)];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}

const texts = [...Object.values(modules), faultWords({ code: 'out-of-memory', detail: '' })].flatMap(textsOf);

it('has no number of the shipped protocol in any word', () => {
  expect(texts.length).toBeGreaterThan(200);
  expect(texts.filter((text) => /\b(60|20|sixty|twenty)\b[^/]{0,12}\b(paths|questions)/iu.test(text))).toEqual([]);
  expect(texts.filter((text) => /\b(ten|10)\b[^/]{0,12}\bkept/iu.test(text))).toEqual([]);
});

it.each([
  /asks 31 questions about the summary/,
  /writes 31 questions with their answers/,
  /full preset has 31 paths\. The quick one has 11/,
  /^31 paths \(full\)$/,
  /^11 paths \(quick\)$/,
  /With 11 paths, a run is shorter/,
  /occurs in the summary word for word\. About 7 pairs are kept/,
  /its answer is in the summary\. About 7 pairs are kept/,
  /quick search \(11 paths instead of 31\)/,
  /^Try with 11 paths$/,
])('says %s', (words) => {
  expect(texts.some((text) => words.test(text))).toBe(true);
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openNativeModel } from '../cli/model/open-native-model.js';
import { DEFAULT_MODEL } from '../cli/model/shipped-model.js';
import { MATCHED, PRESETS } from '../src/core/protocol.js';
import { scoreSummary } from '../src/core/quals/score-summary.js';
import type { Scored } from '../src/core/score.js';
import type { Example, ExampleEntry } from '../src/state/scoring/examples.js';
import { differences, entryOf } from './compare-examples.js';

const read = <T>(id: string): T => JSON.parse(readFileSync(`public/examples/${id}.json`, 'utf8')) as T;

describe('differences', () => {
  const result = { kind: 'scored', quals: -1, protocol: MATCHED, model: { id: 'm', version: '1' } } as Scored;
  const example: Example = { id: 'a', title: 'A', source: '', summary: '', note: '', result };
  const entry = entryOf(example);

  it('finds none in the results of another machine', () => {
    expect(differences(entry, example, { ...result, quals: -1.03 })).toEqual([]);
  });

  it.each([
    [{ ...result, quals: -1.2 }, /QUALS -1\.000, the fresh run has -1\.200/],
    [{ ...result, kind: 'unscorable' } as never, /outcome scored/],
    [{ ...result, model: { id: 'm', version: '2' } }, /method m 1, .*, the fresh run has m 2, /],
    [{ ...result, protocol: { ...MATCHED, search: PRESETS.quick } }, /60 paths.*20 paths/],
  ])('names another %#', (fresh, sentence) => {
    expect(differences(entry, example, fresh).join()).toMatch(sentence);
  });

  it('finds an outdated list', () => {
    expect(differences({ ...entry, quals: -0.5 }, example, result)).toEqual([
      'the list has quals -0.5, the example -1.',
    ]);
    const scoredQuickly = { ...entry, protocol: { ...MATCHED, search: PRESETS.quick } };
    expect(differences(scoredQuickly, example, result).join()).toMatch(
      /the list has protocol .*"paths":20.*, the example .*"paths":60/,
    );
  });
});

describe('the examples of the page', () => {
  const entries = read<ExampleEntry[]>('index');

  it('are six, each with a result and a note', () => {
    expect(entries.map(({ id }) => id)).toEqual(['boxing', 'library', 'dairy', 'bridge', 'warehouse', 'placeholder']);
    for (const { id } of entries) {
      const example = read<Example>(id);
      expect(example.note.length).toBeGreaterThan(20);
      expect(example.result).toBeDefined();
      expect(example.source.split(/\s+/).length).toBeGreaterThan(200);
    }
  });

  // The others: npm run examples -- --check
  it.each(['boxing', 'placeholder'])('%s has the result of a new run with the shipped model', async (id) => {
    const model = await openNativeModel(DEFAULT_MODEL);
    const example = read<Example>(id);
    const control = { checkpoint: () => Promise.resolve(), onProgress: () => undefined };
    const fresh = await scoreSummary(model, { ...example, protocol: MATCHED }, control);
    const entry = entries.find((each) => each.id === id) as ExampleEntry;
    expect(differences(entry, example, fresh)).toEqual([]);
  });
});

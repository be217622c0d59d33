import { describe, expect, it } from 'vitest';
import type { Study, Work } from '../../core/study/study.js';
import { decodeStudy, encodeStudy, isStudyFile } from './study-file.js';

const STUDY: Study = {
  id: 'study',
  name: 'Ferries',
  createdAt: '2026-01-01T09:00:00.000Z',
  seed: 'seed',
  systems: ['bart', 'lead'],
  items: [
    { id: '1', source: 'One.', summaries: ['A', 'B'] },
    { id: '2', source: 'Two.', summaries: ['C', 'D'] },
  ],
  same: ['3'],
};
const WORK: Work = {
  id: 'ann',
  name: 'Ann',
  createdAt: '2026-01-01T09:30:00.000Z',
  finishedAt: null,
  sawResults: false,
  answers: new Map([
    [
      1,
      {
        item: 1,
        verdicts: { consistency: 'first', grammar: 'equal' },
        note: '=1+1',
        skipped: false,
        changedAt: '2026-01-01T10:00:00.000Z',
      },
    ],
  ]),
};
const TEXT = encodeStudy({ study: STUDY, works: [WORK] });

type Raw = Record<string, unknown>;
interface RawFile extends Raw {
  study: Raw & { items: Raw[]; systems: string[] };
  annotators: [Raw & { answers: [Raw] }, ...Raw[]];
}
/** The file after `change`. */
function changed(change: (file: RawFile) => void): string {
  const file = JSON.parse(TEXT) as RawFile;
  change(file);
  return JSON.stringify(file);
}

describe('a study file', () => {
  it('gives back what was written', () => {
    expect(decodeStudy(TEXT)).toEqual({ ok: true, content: { study: STUDY, works: [WORK] } });
    expect(decodeStudy(`\uFEFF${TEXT}`).ok).toBe(true);
    expect(isStudyFile(TEXT.slice(0, 100))).toBe(true);
  });

  it.each<[string, string, object]>([
    ['is no JSON', 'article,summary', { kind: 'unknown-format' }],
    ['is a saved result', '{"format":"quals-result","version":1}', { kind: 'unknown-format' }],
    ['is of a newer version', changed((file) => (file['version'] = 2)), { kind: 'newer', version: 2 }],
    ['is cut off', TEXT.slice(0, 300), { kind: 'damaged', field: 'JSON' }],
    ['has no article', changed(({ study }) => (study.items = [])), { kind: 'damaged', field: 'study.items' }],
    [
      'compares a system with itself',
      changed(({ study }) => (study.systems = ['bart', 'bart'])),
      { kind: 'damaged', field: 'study.systems' },
    ],
    [
      'answers about an article that it lacks',
      changed(({ annotators }) => (annotators[0].answers[0]['item'] = 2)),
      { kind: 'damaged', field: 'annotators.0.answers.0.item' },
    ],
    [
      'has an unknown answer',
      changed(({ annotators }) => (annotators[0].answers[0]['verdicts'] = { grammar: 'best' })),
      { kind: 'damaged', field: 'annotators.0.answers.0.verdicts.grammar' },
    ],
    [
      'has an annotator twice',
      changed(({ annotators }) => annotators.push(annotators[0])),
      { kind: 'damaged', field: 'annotators.1.id' },
    ],
  ])('that %s is refused', (_, text, fault) => {
    expect(decodeStudy(text)).toEqual({ ok: false, fault });
  });
});

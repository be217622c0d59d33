import { describe, expect, it } from 'vitest';
import { isTaken, mergeWork } from './merge-work.js';
import type { Answer, Verdict, Work } from './study.js';

const answer = (item: number, consistency: Verdict, minute: number): Answer => ({
  item,
  verdicts: { consistency },
  note: '',
  skipped: false,
  changedAt: `2026-01-01T10:${String(minute).padStart(2, '0')}:00.000Z`,
});

const work = (id: string, name: string, answers: readonly Answer[], more: Partial<Work> = {}): Work => ({
  id,
  name,
  createdAt: '2026-01-01T09:00:00.000Z',
  finishedAt: null,
  sawResults: false,
  answers: new Map(answers.map((each) => [each.item, each])),
  ...more,
});

const ANN = work('1', 'Ann', [answer(0, 'first', 1), answer(1, 'equal', 2)]);
const BEN = work('2', 'Ben', [answer(0, 'second', 1)]);

describe('answers of two machines', () => {
  it('are put together', () => {
    const { works, newAnnotators, newAnswers } = mergeWork([ANN], [BEN]);
    expect([works, newAnnotators, newAnswers]).toEqual([[ANN, BEN], 1, 1]);
  });

  it('change nothing the second time', () => {
    const { works } = mergeWork([ANN], [BEN, work('3', 'ann', [answer(0, 'equal', 5)])]);
    const again = mergeWork(works, [BEN, work('3', 'ann', [answer(0, 'equal', 5)])]);
    expect(again).toEqual({ works, newAnnotators: 0, newAnswers: 0, renamed: [] });
  });

  it('of one annotator: the newer answer counts, in either direction', () => {
    const later = work('1', 'Ann', [answer(2, 'first', 9), answer(1, 'second', 3), answer(0, 'equal', 0)], {
      finishedAt: '2026-01-01T11:00:00.000Z',
    });
    for (const [here, added] of [
      [ANN, later],
      [later, ANN],
    ] as const) {
      const { works } = mergeWork([here], [added]);
      const [merged] = works;
      expect([...(merged?.answers.values() ?? [])].map(({ verdicts }) => verdicts.consistency)).toEqual([
        'first',
        'second',
        'first',
      ]);
      expect(merged?.finishedAt).toBe('2026-01-01T11:00:00.000Z');
    }
  });

  it('of another person with the same name stay apart', () => {
    const { works, renamed } = mergeWork([ANN], [work('3', 'ann', []), work('4', 'Ann', [])]);
    expect(works.map(({ name }) => name)).toEqual(['Ann', 'ann (2)', 'Ann (3)']);
    expect(renamed).toEqual([
      ['ann', 'ann (2)'],
      ['Ann', 'Ann (3)'],
    ]);
  });
});

it('a name is taken whatever its capitals and spaces', () => {
  expect(['  aNN ', 'Ann', 'Anne'].map((name) => isTaken(name, [ANN]))).toEqual([true, true, false]);
});

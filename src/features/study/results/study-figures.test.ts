/** Shares by hand. Agreement: `krippendorff.alpha` of the Python package krippendorff 0.9.0. */
import { expect, it } from 'vitest';
import { type Answer, type Study, type Verdict, VERDICTS, type Work } from '../../../core/study/study.js';
import { encodeAnswers } from './answers-csv.js';
import { studyFigures } from './study-figures.js';

const answer = (item: number, consistency: Verdict | undefined, more: Partial<Answer> = {}): Answer => ({
  item,
  verdicts: { consistency },
  note: '',
  skipped: false,
  changedAt: '2026-01-01T10:00:00.000Z',
  ...more,
});

function workOf(name: string, ratings: readonly (number | undefined)[], skipped: readonly number[] = []): Work {
  const answers = ratings.map((rating, item) =>
    answer(item, rating === undefined ? undefined : VERDICTS[rating], { skipped: skipped.includes(item) }),
  );
  return {
    id: name,
    name,
    createdAt: '2026-01-01T09:00:00.000Z',
    finishedAt: null,
    sawResults: false,
    answers: new Map(answers.map((each) => [each.item, each])),
  };
}

const WORKS = [
  workOf('Ann', [0, 0, 1, 2, 2, 0, 1, undefined, 0, 2]),
  workOf('Ben', [0, 1, 1, 2, 2, 0, 2, 0, 0, 2]),
  // An answer before the article was skipped counts for nothing.
  workOf('Cid', [0, 0, 1, 2, 0, 2, 1, 1, 0, 2], [5]),
];

it('shares and agreement of three annotators, with missing and skipped answers', async () => {
  const [consistency, informativeness] = await studyFigures(WORKS);
  expect(consistency?.votes).toBe(28);
  expect(consistency?.shares.map(({ verdict, votes }) => [verdict, votes])).toEqual([
    ['first', 12],
    ['equal', 7],
    ['second', 9],
  ]);
  expect(consistency?.shares[0]?.share.value).toBeCloseTo(12 / 28, 12);
  const { low = 1, high = 0 } = consistency?.shares[0]?.share.interval ?? {};
  expect(low).toBeLessThan(12 / 28);
  expect(high).toBeGreaterThan(12 / 28);
  expect(consistency?.shared).toBe(10);
  expect(consistency?.nominal.value).toBeCloseTo(0.5764705882352941, 12);
  expect(consistency?.ordinal.value).toBeCloseTo(0.6672428839957035, 12);
  expect(informativeness).toMatchObject({ votes: 0, shares: [], shared: 0 });
  expect(informativeness?.nominal.value).toBeNaN();
});

it('the CSV has the answers as better, equal or worse, and runs no formula', async () => {
  const study: Study = {
    id: 's',
    name: 'Study',
    createdAt: '2026-01-01T09:00:00.000Z',
    seed: 'seed',
    systems: ['=cmd', 'lead'],
    items: [{ id: 'x', source: 'One.', summaries: ['A', 'B'] }],
    same: [],
  };
  const work: Work = { ...workOf('Ann', []), answers: new Map([[0, answer(0, 'second', { note: '+1' })]]) };
  const lines = (await encodeAnswers({ study, works: [work] }).text()).trimEnd().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(
    /^1,x,Ann,"'=cmd",lead,("'=cmd"|lead),worse,,,false,"'\+1",2026-01-01T10:00:00.000Z,false,false$/,
  );
});

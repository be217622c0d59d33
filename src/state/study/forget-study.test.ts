import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { Study } from '../../core/study/study.js';
import { createPageState } from '../page-state.js';
import { forgetStudy } from './forget-study.js';
import { readStudies } from './stored-study.js';

const STUDY: Study = {
  id: 's',
  name: 'Ferries',
  createdAt: '2026-01-04T10:00:00.000Z',
  seed: 'seed',
  systems: ['a', 'b'],
  items: [{ id: '1', source: 'An article.', summaries: ['One summary.', 'Another one.'] }],
  same: [],
};

it('deletes a study, and counts it: there may be room again', async () => {
  const state = createPageState();
  await state.startStudy(STUDY);
  expect(await readStudies(state.studyDatabase)).toHaveLength(1);
  await forgetStudy(state, 's');
  expect([await readStudies(state.studyDatabase), state.$removals.get()]).toEqual([[], 1]);
});

it('passes a refusal on, and counts nothing', async () => {
  const state = createPageState();
  const deleteStudy = () => Promise.reject(new DOMException('Refused.', 'InvalidStateError'));
  const refusing = { ...state, studyDatabase: { ...state.studyDatabase, deleteStudy } };
  await expect(forgetStudy(refusing, 's')).rejects.toThrow('Refused.');
  expect(state.$removals.get()).toBe(0);
});

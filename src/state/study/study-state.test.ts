import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Study } from '../../core/study/study.js';
import { createStudyState } from './study-state.js';

const STUDY: Study = {
  id: 'study',
  name: 'Ferries',
  createdAt: '2026-01-01T09:00:00.000Z',
  seed: 'seed',
  systems: ['bart', 'lead'],
  items: [{ id: '1', source: 'One.', summaries: ['A', 'B'] }],
  same: [],
};
const BEN = {
  id: 'ben',
  name: 'Ben',
  createdAt: '2026-01-01T09:30:00.000Z',
  finishedAt: null,
  sawResults: false,
  answers: new Map(),
};

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));

it('imports a file into a study without losing what another tab answered meanwhile', async () => {
  const [here, other] = [createStudyState(), createStudyState()];
  await here.startStudy(STUDY);
  const ann = here.addAnnotator('Ann') ?? '';
  await here.changeAnswer(ann, 0, { verdicts: { grammar: 'first' } });
  await other.openStudy(STUDY.id);
  await other.changeAnswer(ann, 0, { verdicts: { grammar: 'second' } });

  expect(await here.importStudy({ study: STUDY, works: [BEN] }, STUDY)).toMatchObject({
    kind: 'merged',
    annotators: 1,
  });
  const later = createStudyState();
  await later.openStudy(STUDY.id);
  const works = later.$study.get()?.works ?? [];
  expect(works.map(({ name }) => name).sort()).toEqual(['Ann', 'Ben']);
  expect(works.find(({ id }) => id === ann)?.answers.get(0)?.verdicts).toEqual({ grammar: 'second' });
});

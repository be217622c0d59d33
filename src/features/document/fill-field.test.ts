import { beforeEach, expect, it } from 'vitest';
import { createDocumentState } from '../../state/scoring/document.js';
import { fillField } from './fill-field.js';

const file = (name: string, text: string): File => new File([text], name);

let state: ReturnType<typeof createDocumentState>;
beforeEach(() => {
  state = createDocumentState();
  state.$texts.set({ source: 'An article.', summary: '' });
});

it('fills an empty field', async () => {
  await fillField(state, 'summary', [file('summary.txt', 'A summary.')]);
  expect(state.$texts.get()).toEqual({ source: 'An article.', summary: 'A summary.' });
  expect(state.$aside.get()).toBeUndefined();
});

it('keeps the text that it replaces', async () => {
  await fillField(state, 'source', [file('article.md', 'Another article.')]);
  expect(state.$texts.get()).toEqual({ source: 'Another article.', summary: '' });
  state.takeBack();
  expect(state.$texts.get().source).toBe('An article.');
});

it.each([
  [[file('report.pdf', '%PDF')], /not a text file/],
  [[file('a.txt', 'a'), file('b.txt', 'b')], /one file at a time/],
])('leaves the texts where a file cannot fill the field, and says why until they change', async (files, problem) => {
  await fillField(state, 'source', files);
  expect(state.$texts.get().source).toBe('An article.');
  expect(state.$fieldProblem.get()).toEqual({ field: 'source', problem: expect.stringMatching(problem) as string });
  state.editTexts({ source: 'An article, edited.' });
  expect(state.$fieldProblem.get()).toBeUndefined();
});

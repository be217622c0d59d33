import { beforeEach, expect, it } from 'vitest';
import { $aside, $fieldProblem, $texts, editTexts, takeBack } from '../../state/document.js';
import { fillField } from './fill-field.js';

const file = (name: string, text: string): File => new File([text], name);

beforeEach(() => {
  $texts.set({ source: 'An article.', summary: '' });
  $aside.set(undefined);
});

it('fills an empty field', async () => {
  await fillField('summary', [file('summary.txt', 'A summary.')]);
  expect($texts.get()).toEqual({ source: 'An article.', summary: 'A summary.' });
  expect($aside.get()).toBeUndefined();
});

it('keeps the text that it replaces', async () => {
  await fillField('source', [file('article.md', 'Another article.')]);
  expect($texts.get()).toEqual({ source: 'Another article.', summary: '' });
  takeBack();
  expect($texts.get().source).toBe('An article.');
});

it.each([
  [[file('report.pdf', '%PDF')], /not a text file/],
  [[file('a.txt', 'a'), file('b.txt', 'b')], /one file at a time/],
])('leaves the texts where a file cannot fill the field, and says why until they change', async (files, problem) => {
  await fillField('source', files);
  expect($texts.get().source).toBe('An article.');
  expect($fieldProblem.get()).toEqual({ field: 'source', problem: expect.stringMatching(problem) as string });
  editTexts({ source: 'An article, edited.' });
  expect($fieldProblem.get()).toBeUndefined();
});

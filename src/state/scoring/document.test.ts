import { beforeEach, expect, it } from 'vitest';
import { createDocumentState } from './document.js';

let state: ReturnType<typeof createDocumentState>;
const texts = (source: string) => ({ source, summary: '' });
const restored = (): string => {
  state.takeBack();
  return state.$texts.get().source;
};

beforeEach(() => {
  state = createDocumentState();
  state.editTexts(texts('My own.'));
});

it('keeps each of the texts that were replaced, and gives them back in turn', () => {
  state.replaceTexts(texts('An example.'));
  state.editTexts({ source: 'An example, edited.' });
  state.replaceTexts(texts('Another example.'));
  expect([restored(), restored(), restored()]).toEqual(['An example, edited.', 'My own.', 'An example, edited.']);
});

it('keeps no texts that can be had again, and none twice', () => {
  state.replaceTexts(texts('An example.'));
  state.giveTexts(texts('Another example.'));
  expect(restored()).toBe('My own.');
  expect(state.$aside.get()).toBeUndefined();
  state.replaceTexts(texts('An example.'));
  state.editTexts(texts('My own.'));
  state.replaceTexts(texts('An example.'));
  expect(state.$putAside.get()).toEqual([texts('My own.')]);
});

it('keeps the newest ten', () => {
  for (let number = 1; number <= 12; number++) {
    state.editTexts(texts(`Typed ${number}.`));
    state.replaceTexts(texts('An example.'));
  }
  expect(state.$putAside.get().map(({ source }) => source)).toEqual(
    [12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((number) => `Typed ${number}.`),
  );
});

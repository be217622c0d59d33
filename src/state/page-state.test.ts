import { expect, it } from 'vitest';
import { createPageState } from './page-state.js';

it('is a new one each time: what one is told, another does not know', () => {
  const [one, other] = [createPageState(), createPageState()];
  one.editTexts({ source: 'An article.' });
  one.goTo('help', 'privacy');
  expect(other.$texts.get()).toEqual({ source: '', summary: '' });
  expect(other.$place.get()).toBe('form');
});

it('has ids that no other state has', () => {
  const [one, other] = [createPageState(), createPageState()];
  expect(one.idOf('title')).toBe(one.idOf('title'));
  expect(one.idOf('title')).not.toBe(other.idOf('title'));
});

import { expect, it } from 'vitest';
import { addressOf, type Place, placeOf, sectionOf } from './place.js';

it.each<Place>(['form', 'result', 'compare', 'batch', 'rate', 'history', 'measures', 'help'])(
  '%s has its own address',
  (place) => {
    expect(placeOf(addressOf(place))).toBe(place);
  },
);

it('can lead to a section of a page', () => {
  const address = addressOf('help', 'privacy');
  expect([placeOf(address), sectionOf(address)]).toEqual(['help', 'privacy']);
  expect(sectionOf(addressOf('help'))).toBe('');
});

it('takes any other fragment for the first page', () => {
  expect(placeOf('#main')).toBe('form');
  expect(placeOf('#share=1.history')).toBe('form');
  expect(placeOf('')).toBe('form');
});

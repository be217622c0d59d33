import { expect, it } from 'vitest';
import { addressOf, type Place, placeOf } from './place.js';

it.each<Place>(['form', 'result', 'help'])('%s has an address of its own', (place) => {
  expect(placeOf(addressOf(place))).toBe(place);
});

it('takes any other fragment for the first page', () => {
  expect(placeOf('#main')).toBe('form');
  expect(placeOf('')).toBe('form');
});

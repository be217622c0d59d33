import { expect, it } from 'vitest';
import { methodFields, methodOfFields } from './method-fields.js';
import { PRESETS, RELEASED } from '../protocol.js';
import { methodOf } from './scoring-method.js';

const model = { id: 'tiny', version: '2' };

it('gives the method back that was written', () => {
  const method = methodOf({ name: 'released', search: { ...PRESETS.quick, minLength: 3 }, softCap: 7 }, model);
  expect(methodOfFields(JSON.parse(JSON.stringify(methodFields(method))) as object)).toEqual(method);
});

it('reads rows of version 0.1, which did not normalise texts', () => {
  expect(methodOfFields({ id: 'a', protocol: 'released', paths: 60, model })).toEqual({
    ...methodOf(RELEASED, model),
    normalisation: 0,
  });
});

it.each([
  {},
  { protocol: 'matched', paths: 60 },
  { protocol: 'matched', paths: 60, model: null },
  { protocol: 'matched', paths: 60, model: { id: 'tiny' } },
  { protocol: 'matched', paths: '60', model },
  { protocol: 'other', paths: 60, model },
  { protocol: 'matched', paths: 60, model, normalisation: null },
])('reads no method from %j', (row) => {
  expect(methodOfFields(row)).toBeUndefined();
});

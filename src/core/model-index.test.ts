import { expect, it } from 'vitest';
import { preferredModels } from './model-index.js';

it('puts the default model first and keeps the order of the others', () => {
  const models = ['a', 'b', 'c'].map((id) => ({ id, version: '1', bytes: 1, devices: [] }));
  expect(preferredModels({ default: 'b', models }).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
});

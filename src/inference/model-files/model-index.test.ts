import { expect, it } from 'vitest';
import { preferredModels } from '../../core/model-index.js';
import { parseModelIndex } from './model-index.js';

const model = { id: 'small', version: '1.0.0', bytes: 5, devices: ['wasm'] };
const large = { ...model, id: 'large', devices: ['webgpu', 'wasm'], memory: { webgpu: 9 } };

it('reads the models, the default one first', () => {
  const index = parseModelIndex(JSON.stringify({ default: 'large', models: [model, large] }));
  expect(index).toEqual({ default: 'large', models: [model, large] });
  expect(preferredModels(index)).toEqual([large, model]);
});

it.each([
  ['a default that is not listed', { default: 'other', models: [model] }],
  ['an id that leaves the folder', { default: '../x', models: [{ ...model, id: '../x' }] }],
  ['a device that is not known', { default: 'small', models: [{ ...model, devices: ['webnn'] }] }],
  ['a model without a device', { default: 'small', models: [{ ...model, devices: [] }] }],
  ['no size', { default: 'small', models: [{ ...model, bytes: undefined }] }],
])('refuses %s', (_, index) => {
  expect(() => parseModelIndex(JSON.stringify(index))).toThrow(/^index\.json: /);
});

import { describe, expect, it, vi } from 'vitest';
import { chooseModel, deviceMemory } from './choose-model.js';

const GIB = 2 ** 30;
const large = { url: 'large', devices: ['webgpu'], memory: { webgpu: 3 * GIB } } as const;
const middle = { url: 'middle', devices: ['webgpu', 'wasm'], memory: { webgpu: 2 * GIB, wasm: 2 * GIB } } as const;
const small = { url: 'small', devices: ['webgpu', 'wasm'], memory: { webgpu: GIB, wasm: GIB } } as const;
const all = [large, middle, small];

describe('chooseModel', () => {
  it('takes the first that runs on the device', () => {
    expect(chooseModel(all, 'webgpu', undefined)).toBe(large);
    expect(chooseModel(all, 'wasm', undefined)).toBe(middle);
  });

  it('takes the first that fits the memory, a fit to the last byte included', () => {
    expect(chooseModel(all, 'webgpu', 2 * GIB)).toBe(middle);
    expect(chooseModel(all, 'webgpu', 2 * GIB - 1)).toBe(small);
  });

  it('takes the one that needs least where none fits', () => {
    expect(chooseModel(all, 'wasm', GIB / 2)).toBe(small);
  });

  it('takes a model of which nothing is known', () => {
    expect(chooseModel([{ url: 'tiny' }], 'wasm', 1)).toEqual({ url: 'tiny' });
  });

  it('says that no model runs on the device', () => {
    expect(() => chooseModel([large], 'wasm', undefined)).toThrow('No model is made for wasm.');
  });
});

it('knows the memory that a browser names, up to where it stops counting', () => {
  const known = [0.5, 4, 8, undefined].map((gib) => {
    vi.stubGlobal('navigator', { deviceMemory: gib });
    return deviceMemory();
  });
  vi.unstubAllGlobals();
  expect(known).toEqual([GIB / 2, 4 * GIB, undefined, undefined]);
});

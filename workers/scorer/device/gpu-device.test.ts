import { describe, expect, it } from 'vitest';
import { adapterName, featureSets, isSoftware } from './gpu-device.js';

function adapter(features: string[], info: object): GPUAdapter {
  return { features: new Set(features), info } as unknown as GPUAdapter;
}

describe('featureSets', () => {
  it('requests subgroups only if they are large enough, and then tries without them', () => {
    const both = ['shader-f16', 'subgroups'];
    expect(featureSets(adapter(both, { subgroupMinSize: 32 }))).toEqual([['shader-f16', 'subgroups'], ['shader-f16']]);
    // SwiftShader: attention was wrong with size 4.
    expect(featureSets(adapter(both, { subgroupMinSize: 4 }))).toEqual([['shader-f16']]);
    expect(featureSets(adapter(['subgroups'], {}))).toEqual([[]]);
    expect(featureSets(adapter([], { subgroupMinSize: 32 }))).toEqual([[]]);
  });
});

describe('an adapter', () => {
  it('has a name from its own information', () => {
    expect(adapterName(adapter([], { description: 'Apple M2', vendor: 'apple' }))).toBe('Apple M2');
    expect(adapterName(adapter([], { description: '', vendor: 'nvidia', architecture: 'ampere' }))).toBe(
      'nvidia ampere',
    );
    expect(adapterName(adapter([], { description: '', vendor: '', architecture: '' }))).toBe('GPU');
  });

  it('knows whether it is a software GPU', () => {
    expect(isSoftware(adapter([], { isFallbackAdapter: true }))).toBe(true);
    expect(isSoftware(adapter([], {}))).toBe(false);
  });
});

import * as ort from 'onnxruntime-node';
import { beforeAll, describe, expect, it } from 'vitest';
import { readModelFolder } from '../../cli/model-folder.js';
import { causal } from './attention-mask.js';
import { type Graphs, openGraphs, TOKENS_PER_RUN } from './graphs.js';
import { type ReadChunk, readInMemory, readOnDevice, readTokens } from './read-text.js';

let graphs: Graphs;
beforeAll(async () => {
  const files = await readModelFolder('public/models/tiny');
  graphs = await openGraphs(files.manifest, files, { runtime: ort, kind: 'cpu', executionProviders: ['cpu'] });
});

function expectClose(found: Float32Array, wanted: Float32Array): void {
  expect(found.length).toBe(wanted.length);
  const worst = wanted.reduce((most, value, place) => Math.max(most, Math.abs(value - (found[place] ?? NaN))), 0);
  expect(worst).toBeLessThan(1e-4);
}

describe('a text read in chunks', () => {
  const tokens = Array.from({ length: 2 * TOKENS_PER_RUN + 40 }, (_, place) => 3 + ((place * 37) % 300));

  it.each<[string, () => ReadChunk]>([
    ['in memory', () => readInMemory(graphs.body, ort)],
    ['on the device', () => readOnDevice(graphs.body)],
  ])('%s has the keys, values and hidden state of one read at once', async (_, read) => {
    const { body } = graphs;
    const whole = await body.run({
      tokens: [tokens],
      positions: [tokens.map((_token, place) => place)],
      prefix: undefined,
      past: undefined,
      parents: [0],
      sees: causal(0),
    });
    const { width } = body.architecture;
    const { keyValues, startHidden } = await readTokens(read(), width, tokens, () => Promise.resolve());

    expect(keyValues.length).toBe(tokens.length);
    expectClose(startHidden, whole.hidden.slice(-width));
    keyValues.keys.forEach((key, layer) => {
      expect(key.dims).toEqual(whole.present.keys[layer]?.dims);
      expectClose(key.data as Float32Array, whole.present.keys[layer]?.data as Float32Array);
    });
    keyValues.values.forEach((value, layer) => {
      expect(value.dims).toEqual(whole.present.values[layer]?.dims);
      expectClose(value.data as Float32Array, whole.present.values[layer]?.data as Float32Array);
    });
  });
});

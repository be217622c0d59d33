import * as ort from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { readModelFolder } from '../../../cli/model/model-folder.js';
import type { BodyGraph } from '../graphs/body-graph.js';
import { TOKENS_PER_RUN } from '../graphs/graphs.js';
import { openCpuBody } from '../cpu/open-cpu-graphs.js';
import { openGpuBody } from '../gpu/open-gpu-graphs.js';
import { Cancelled } from '../../core/cancelled.js';
import { Reading, tokensPerRun } from './read-text.js';

async function bodyFor(kind: 'cpu' | 'gpu'): Promise<BodyGraph> {
  const files = await readModelFolder('public/models/tiny');
  const backend = { runtime: ort, executionProviders: ['cpu'] };
  return kind === 'cpu' ? openCpuBody(files, backend) : openGpuBody(files, backend);
}

function expectClose(found: Float32Array, wanted: Float32Array): void {
  expect(found.length).toBe(wanted.length);
  const worst = wanted.reduce((most, value, place) => Math.max(most, Math.abs(value - (found[place] ?? NaN))), 0);
  expect(worst).toBeLessThan(1e-4);
}

describe('tokensPerRun', () => {
  it.each([
    [1, 1],
    [128, 128],
    [144, 144],
    [145, 73],
    // 512 tokens and the start token: no fifth chunk for the start token.
    [513, 129],
    [8192, 128],
  ])('of %i tokens is %i', (tokens, wanted) => {
    expect(tokensPerRun(tokens)).toBe(wanted);
  });
});

describe('a text read in chunks, stopped once', () => {
  const tokens = Array.from({ length: 2 * TOKENS_PER_RUN + 40 }, (_, place) => 3 + ((place * 37) % 300));

  it.each(['cpu', 'gpu'] as const)(
    'on a %s has the keys, values and hidden state of one read at once',
    async (kind) => {
      const body = await bodyFor(kind);
      const whole = await body.extendPrefix(tokens, undefined);
      const reading = new Reading(body, tokens);
      let checkpoints = 0;
      const stopAtSecond = (): Promise<void> =>
        ++checkpoints === 2 ? Promise.reject(new Cancelled()) : Promise.resolve();
      await expect(reading.finish(stopAtSecond)).rejects.toThrow(Cancelled);
      const progress: number[] = [];
      const { keyValues, startHidden } = await reading.finish(
        () => Promise.resolve(),
        (done) => progress.push(done),
      );
      expect(progress).toEqual([198, 296]);

      expect(keyValues.length).toBe(tokens.length);
      expectClose(startHidden, whole.hidden.slice(-body.architecture.width));
      keyValues.keys.forEach((key, layer) => {
        expect(key.dims).toEqual(whole.prefix.keys[layer]?.dims);
        expectClose(key.data as Float32Array, whole.prefix.keys[layer]?.data as Float32Array);
      });
      keyValues.values.forEach((value, layer) => {
        expect(value.dims).toEqual(whole.prefix.values[layer]?.dims);
        expectClose(value.data as Float32Array, whole.prefix.values[layer]?.data as Float32Array);
      });
    },
  );
});

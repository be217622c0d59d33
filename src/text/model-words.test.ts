import { statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RUNTIME_BYTES } from './model-words.js';

it('states the size of the shipped runtime', () => {
  const { size } = statSync('node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.asyncify.wasm');
  expect(Math.abs(size - RUNTIME_BYTES)).toBeLessThan(0.5e6);
});

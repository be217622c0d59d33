import { expect, it } from 'vitest';
import { sessionOptions } from './graphs.js';

const FILES = { manifest: { externalData: 'weights.bin' }, weights: new Uint8Array(4) } as Parameters<
  typeof sessionOptions
>[0];
const session = (prepack?: boolean): unknown =>
  sessionOptions(FILES, { executionProviders: ['wasm'], prepack }).extra?.['session'];

it('prepacks weights unless told not to, and always folds their dequantisation', () => {
  expect(session()).toEqual({ disable_quant_qdq: '1', disable_prepacking: '0' });
  expect(session(true)).toEqual(session());
  expect(session(false)).toEqual({ disable_quant_qdq: '1', disable_prepacking: '1' });
});

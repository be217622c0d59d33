import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { QualsError } from '../core/errors.js';
import { faultOf } from './faults.js';

describe('faultOf', () => {
  it('keeps what a QualsError says', () => {
    const error = new QualsError('source-too-long', 'too long', { tokens: 9120, limit: 8130 });
    expect(faultOf(error)).toEqual({
      code: 'source-too-long',
      detail: 'too long',
      figures: { tokens: 9120, limit: 8130 },
    });
  });

  it.each([
    new RangeError('Array buffer allocation failed'),
    new Error('std::bad_alloc'),
    new RangeError('WebAssembly.Memory(): could not allocate memory'),
    new Error("Can't create a session. failed to allocate a buffer of size 123."),
    new Error('Could not load the model', { cause: new Error('Out of memory') }),
  ])('knows %s for a lack of memory', (error) => {
    expect(faultOf(error).code).toBe('out-of-memory');
  });

  it('knows ONNX Runtime’s message for a start that takes too long', async () => {
    const library = await readFile(new URL(import.meta.resolve('onnxruntime-web/wasm')), 'utf8');
    const [, before, after] = /Error\(`(WebAssembly backend [^`]*)\$\{\w+\}(ms)`\)/.exec(library) ?? [];
    // onnxruntime-common puts the error's text into one of its own.
    const error = new Error(`no available backend found. ERR: [wasm] Error: ${before}20000${after}`);
    expect(faultOf(error).code).toBe('runtime-not-started');
  });

  it('keeps name and message of anything else, and the cause', () => {
    const error = new TypeError('no', { cause: new Error('because') });
    expect(faultOf(error)).toEqual({ code: 'internal', detail: 'TypeError: no (Error: because)' });
    expect(faultOf(81234)).toEqual({ code: 'internal', detail: 'Thrown: 81234' });
  });
});

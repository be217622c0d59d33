import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../core/errors.js';
import type { LoadRequest } from '../core/scorer.js';
import { firstLoad, nextLoad } from './next-load.js';

const load = (device: LoadRequest['device']): LoadRequest => firstLoad({ models: [], device });
const fault = (code: ErrorCode) => ({ code, detail: '' });

describe('after a GPU that failed', () => {
  it.each<ErrorCode>(['device-wrong', 'device-lost', 'device-unavailable'])(
    'the processor is next where the device is automatic: %s',
    (code) => {
      expect(nextLoad(load('auto'), fault(code))).toEqual(load('wasm'));
      expect(nextLoad(load('webgpu'), fault(code))).toBeUndefined();
      expect(nextLoad(load('wasm'), fault(code))).toBeUndefined();
    },
  );
});

it('is nothing after a fault that another device would not repair', () => {
  expect(nextLoad(load('auto'), fault('network-failed'))).toBeUndefined();
  expect(nextLoad(load('auto'), fault('model-damaged'))).toBeUndefined();
});

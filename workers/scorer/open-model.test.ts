import { afterEach, expect, it, vi } from 'vitest';
import { QualsError } from '../../src/core/errors.js';
import { checkModel } from '../../src/inference/model-files/self-check.js';
import { OnnxQAGenModel } from '../../src/inference/onnx-qagen-model.js';
import type { LoadedFiles } from './model-files/load-model-files.js';
import { openModel } from './open-model.js';

vi.mock('./onnx-runtime-web.js', () => ({ configuredRuntime: () => Promise.resolve({}), usableThreads: () => 1 }));
vi.mock('./warm-up.js', () => ({ warmUp: () => Promise.resolve() }));
vi.mock('../../src/inference/model-files/self-check.js', () => ({ checkModel: vi.fn() }));
vi.mock('../../src/inference/onnx-qagen-model.js', () => ({ OnnxQAGenModel: { open: vi.fn() } }));

const LOADED = { runtime: new Uint8Array(1), files: {}, selfCheck: {}, runtimeVariant: 'webgpu' };
const WRONG = new QualsError('device-wrong', 'off by 0.475');

/** As the specification says: an adapter gives one device, and rejects from then on. `adapters`: how many the browser has to give. */
function stubGpu(adapters = Infinity): { readonly devices: string[][] } {
  const devices: string[][] = [];
  const requestAdapter = (): Promise<unknown> => {
    if (adapters-- <= 0) return Promise.resolve(null);
    let used = false;
    return Promise.resolve({
      features: new Set(['shader-f16', 'subgroups']),
      info: { description: 'A GPU', subgroupMinSize: 32 },
      limits: {},
      requestDevice: ({ requiredFeatures }: { readonly requiredFeatures: string[] }) => {
        if (used) return Promise.reject(new DOMException('The adapter is consumed.', 'OperationError'));
        used = true;
        devices.push(requiredFeatures);
        return Promise.resolve({ lost: new Promise(() => undefined), destroy: () => undefined });
      },
    });
  };
  vi.stubGlobal('navigator', { gpu: { requestAdapter } });
  return { devices };
}

function open() {
  vi.mocked(OnnxQAGenModel.open).mockResolvedValue({ release: () => Promise.resolve() } as OnnxQAGenModel);
  return openModel(LOADED as unknown as LoadedFiles, { device: 'webgpu' }, undefined, () => undefined);
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.mocked(checkModel).mockReset();
});

it('tries a GPU again without subgroups, with an adapter that has given no device yet', async () => {
  const { devices } = stubGpu();
  vi.mocked(checkModel).mockRejectedValueOnce(WRONG).mockResolvedValueOnce();
  const opened = await open();
  expect(devices).toEqual([['shader-f16', 'subgroups'], ['shader-f16']]);
  expect(opened).toMatchObject({ device: 'webgpu', deviceDetail: 'A GPU' });
  expect(opened.refused).toEqual([{ device: 'WebGPU (shader-f16, subgroups)', reason: 'off by 0.475' }]);
});

it('says that the GPU is wrong, and why there was no second try, where it is gone by then', async () => {
  stubGpu(1);
  vi.mocked(checkModel).mockRejectedValueOnce(WRONG);
  await expect(open()).rejects.toMatchObject({
    code: 'device-wrong',
    message: expect.stringMatching(/off by 0\.475.*no adapter/) as string,
  });
});

it('says that a GPU is gone which was there before the download', async () => {
  stubGpu(0);
  await expect(open()).rejects.toMatchObject({ code: 'device-unavailable' });
});

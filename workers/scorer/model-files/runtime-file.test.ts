import { describe, expect, it } from 'vitest';
import { chooseRuntime, RUNTIME_CHECKSUMS } from './runtime-file.js';

const [WASM = '', WEBGPU = ''] = RUNTIME_CHECKSUMS;
const NOTHING = storing();

/** A store that holds the files of these checksums. */
function storing(...stored: string[]): { readFile: (sha256: string) => Promise<Response | undefined> } {
  return { readFile: (sha256) => Promise.resolve(stored.includes(sha256) ? new Response('') : undefined) };
}

describe('chooseRuntime', () => {
  it('gives each device its own file, and the file for CPUs is less than 60 % of the other', async () => {
    const [cpu, gpu] = [
      await chooseRuntime('wasm', undefined, NOTHING, true),
      await chooseRuntime('webgpu', undefined, NOTHING, true),
    ];
    expect([cpu.variant, gpu.variant]).toEqual(['wasm', 'webgpu']);
    expect([cpu.sha256, gpu.sha256]).toEqual([WASM, WEBGPU]);
    expect(cpu.bytes).toBeLessThan(0.6 * gpu.bytes);
  });

  it('uses the file that the page brings along, which runs on both', async () => {
    for (const device of ['wasm', 'webgpu'] as const) {
      const file = await chooseRuntime(device, 'https://example.org/runtime.bin', NOTHING, true);
      expect(file).toMatchObject({ variant: 'webgpu', sha256: WEBGPU, url: 'https://example.org/runtime.bin' });
    }
  });

  it('runs a CPU with the stored file of a GPU only without a network and without its own', async () => {
    const variant = async (store: Parameters<typeof chooseRuntime>[2], onLine: boolean): Promise<string> =>
      (await chooseRuntime('wasm', undefined, store, onLine)).variant;
    expect(await variant(storing(WEBGPU), false)).toBe('webgpu');
    expect(await variant(storing(WEBGPU), true)).toBe('wasm');
    expect(await variant(storing(WASM, WEBGPU), false)).toBe('wasm');
    expect(await variant(NOTHING, false)).toBe('wasm');
    expect(await variant(undefined, false)).toBe('wasm');
  });
});

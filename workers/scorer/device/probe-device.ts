/** Selects the device for a model before any large download. */
import type { LoadRequest, RefusedDevice } from '../../../src/core/scorer.js';
import { faultOf } from '../../../src/inference/faults.js';
import { adapterName, findAdapter, isSoftware } from './gpu-device.js';

export type ProbedDevice =
  { readonly device: 'webgpu' } | { readonly device: 'wasm'; readonly refused: readonly RefusedDevice[] };

/** A person who selects WebGPU gets any adapter, or QualsError `device-unavailable`; `auto` accepts only one that is faster than WASM. */
export async function probeDevice(wanted: LoadRequest['device']): Promise<ProbedDevice> {
  if (wanted === 'wasm') return { device: 'wasm', refused: [] };
  const wasm = (device: string, reason: string): ProbedDevice => ({ device: 'wasm', refused: [{ device, reason }] });
  try {
    const adapter = await findAdapter();
    if (wanted === 'webgpu' || !isSoftware(adapter)) return { device: 'webgpu' };
    return wasm(`WebGPU (${adapterName(adapter)})`, 'It runs on the CPU: WASM is faster.');
  } catch (error) {
    if (wanted === 'webgpu') throw error;
    return wasm('WebGPU', faultOf(error).detail);
  }
}

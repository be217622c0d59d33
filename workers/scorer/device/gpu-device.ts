/** Requests WebGPU adapters and devices with the features that the model needs. */
import { QualsError } from '../../../src/core/errors.js';

/**
 * Below this subgroup size, ONNX Runtime's attention kernels compute wrong values without an error (measured with size 4), so
 * the feature is not requested.
 */
const LEAST_SUBGROUP_SIZE = 16;

/** Throws QualsError `device-unavailable` with the reason. */
export async function findAdapter(): Promise<GPUAdapter> {
  const gpu = (navigator as Partial<Navigator>).gpu;
  if (!gpu) throw new QualsError('device-unavailable', 'This browser has no WebGPU.');
  let adapter: GPUAdapter | null;
  try {
    adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  } catch (error) {
    throw new QualsError('device-unavailable', `WebGPU refused: ${String(error)}`, undefined, { cause: error });
  }
  if (!adapter) throw new QualsError('device-unavailable', 'WebGPU has no adapter here.');
  return adapter;
}

/** A software GPU that runs on the CPU: correct, but many times slower than WASM. */
export function isSoftware({ info }: GPUAdapter): boolean {
  return (info as { isFallbackAdapter?: boolean }).isFallbackAdapter === true;
}

/** Sets of optional features to try, best first. */
export function featureSets(adapter: GPUAdapter): GPUFeatureName[][] {
  const always: GPUFeatureName[] = adapter.features.has('shader-f16') ? ['shader-f16'] : [];
  const { subgroupMinSize = 0 } = adapter.info as { subgroupMinSize?: number };
  const subgroups = adapter.features.has('subgroups') && subgroupMinSize >= LEAST_SUBGROUP_SIZE;
  return subgroups ? [[...always, 'subgroups'], always] : [always];
}

/** A device with all limits that the adapter allows: the default of 128 MiB per binding is too small for long articles. */
export function requestDevice(adapter: GPUAdapter, requiredFeatures: GPUFeatureName[]): Promise<GPUDevice> {
  const { limits } = adapter;
  return adapter.requestDevice({
    requiredFeatures,
    requiredLimits: {
      maxBufferSize: limits.maxBufferSize,
      maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
      maxStorageBuffersPerShaderStage: limits.maxStorageBuffersPerShaderStage,
      maxComputeWorkgroupStorageSize: limits.maxComputeWorkgroupStorageSize,
      maxComputeInvocationsPerWorkgroup: limits.maxComputeInvocationsPerWorkgroup,
      maxComputeWorkgroupSizeX: limits.maxComputeWorkgroupSizeX,
      maxComputeWorkgroupSizeY: limits.maxComputeWorkgroupSizeY,
      maxComputeWorkgroupSizeZ: limits.maxComputeWorkgroupSizeZ,
      maxComputeWorkgroupsPerDimension: limits.maxComputeWorkgroupsPerDimension,
    },
  });
}

/** For display: "Apple M2", "NVIDIA ampere"; some browsers give no name. */
export function adapterName({ info }: GPUAdapter): string {
  return info.description || [info.vendor, info.architecture].filter(Boolean).join(' ') || 'GPU';
}

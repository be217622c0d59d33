/** Lines that run in the worker before its own script and remove or break browser features. */
import { after, type Fault, type FaultServer } from './fault-server.js';

const SCRIPT = /scorer\.worker-.*\.js$/;

/** For every worker that starts from now on, until the server heals. Does not affect ONNX Runtime's threads. */
export function breakWorkers(server: FaultServer, lines: string): void {
  const fault: Fault = after(`if (self.name !== 'em-pthread') { ${lines} }`);
  server.fail(SCRIPT, fault);
}

/** Runs `action` at the first report of this phase, in the worker that makes it. */
export function whenReporting(phase: string, action: string): string {
  return `
    const send = MessagePort.prototype.postMessage;
    let acted = false;
    MessagePort.prototype.postMessage = function (message, ...rest) {
      const reported = message?.argumentList?.[0]?.value?.phase;
      if (reported === ${JSON.stringify(phase)} && !acted) { acted = true; ${action} }
      return send.call(this, message, ...rest);
    };`;
}

/** The small model is too fast to observe, so this makes a run last longer. */
export const BUSY = 'const end = Date.now() + 5000; while (Date.now() < end);';

/** A worker that ends this way sends nothing more, like one that the browser kills. */
export const END = 'self.close();';

export const NO_ROOM = `
  Cache.prototype.put = async () => { throw new DOMException('No room.', 'QuotaExceededError'); };`;
export const NO_CACHE_STORAGE = `
  CacheStorage.prototype.open = async () => { throw new DOMException('Refused.', 'SecurityError'); };`;
/** Chromium's errors where there is no room for the runtime's memory, or for more of it. */
export const NO_MEMORY = `
  WebAssembly.Memory.prototype.grow = () => { throw new RangeError('WebAssembly.Memory.grow(): Out of memory'); };
  WebAssembly.Memory = class { constructor() { throw new RangeError('WebAssembly.Memory(): could not allocate memory'); } };`;
/** The error of a full heap for a new array. */
export const NO_ARRAYS = `
  self.Float32Array = new Proxy(Float32Array, {
    construct(target, wanted, made) {
      if (wanted[0] > 0) throw new RangeError('Array buffer allocation failed');
      return Reflect.construct(target, wanted, made);
    },
  });`;

/** Two cores, so that the runtime starts a thread on every machine; its time is over sooner. */
const SHORT_START = `
  Object.defineProperty(WorkerNavigator.prototype, 'hardwareConcurrency', { get: () => 2 });
  const timer = self.setTimeout;
  self.setTimeout = (task, ms, ...rest) => timer(task, ms >= 30000 ? 3000 : ms, ...rest);`;
/** A thread of the runtime that never answers. */
export const NO_THREAD = `${SHORT_START}
  self.Worker = class extends EventTarget { postMessage() {} terminate() {} };`;
/** The runtime's WebAssembly is compiled for ever. */
export const NO_START = `${SHORT_START}
  WebAssembly.instantiate = () => new Promise(() => undefined);`;

/** A software GPU is normally refused before it is tried; this one is tried. */
export const HARDWARE = `
  Object.defineProperty(GPUAdapterInfo.prototype, 'isFallbackAdapter', { get: () => false });`;
export const NO_WEBGPU = `Object.defineProperty(WorkerNavigator.prototype, 'gpu', { get: () => undefined });`;
export const NO_ADAPTER = `GPU.prototype.requestAdapter = async () => null;`;
export const NO_DEVICE = `
  GPUAdapter.prototype.requestDevice = async () => { throw new DOMException('Refused.', 'OperationError'); };`;
/** The limits that every WebGPU device has (WebGPU, "Limits"), whatever the adapter supports. */
export const SMALL_LIMITS = `
  const limits = Object.getOwnPropertyDescriptor(GPUAdapter.prototype, 'limits').get;
  const small = { maxBufferSize: 268435456, maxStorageBufferBindingSize: 134217728, maxStorageBuffersPerShaderStage: 8,
    maxComputeWorkgroupStorageSize: 16384, maxComputeInvocationsPerWorkgroup: 256, maxComputeWorkgroupSizeX: 256,
    maxComputeWorkgroupSizeY: 256, maxComputeWorkgroupSizeZ: 64, maxComputeWorkgroupsPerDimension: 65535 };
  Object.defineProperty(GPUAdapter.prototype, 'limits', {
    get() { const real = limits.call(this); return new Proxy(real, { get: (_, name) => small[name] ?? real[name] }); },
  });`;
/** Numbers from the device are wrong, without an error. */
export const WRONG_NUMBERS = `
  const read = GPUBuffer.prototype.getMappedRange;
  GPUBuffer.prototype.getMappedRange = function (...range) {
    const bytes = read.apply(this, range);
    if (this.usage & GPUBufferUsage.MAP_READ && bytes.byteLength % 4 === 0) {
      const numbers = new Float32Array(bytes);
      for (let place = 0; place < numbers.length; place++) numbers[place] *= 0.9;
    }
    return bytes;
  };`;

/** Keeps the device where `LOSE_DEVICE` finds it. */
export const KEEP_DEVICE = `
  const request = GPUAdapter.prototype.requestDevice;
  GPUAdapter.prototype.requestDevice = async function (...wanted) {
    return (self.keptDevice = await request.apply(this, wanted));
  };`;
export const LOSE_DEVICE = 'self.keptDevice.destroy();';

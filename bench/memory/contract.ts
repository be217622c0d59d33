/** The memory benchmark's request to its worker. */
import type { Scoring, ScoreRequest } from '../page/contract.js';

export interface MemoryRequest {
  /** Absolute URL of the model's folder. */
  readonly modelUrl: string;
  readonly threads: number;
  readonly runtime: 'wasm' | 'webgpu';
  /** Whether the kernels copy their weights into a layout of their own. */
  readonly prepack: boolean;
  readonly score: ScoreRequest;
}

/** Called and awaited at each moment, so that nothing changes while the process is measured. `wasmBytes`: size of the WASM memory. */
export type OnMoment = (name: string, wasmBytes: number) => Promise<void>;

export type RunMemory = (request: MemoryRequest, onMoment: OnMoment) => Promise<Scoring>;

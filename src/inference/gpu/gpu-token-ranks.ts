/** Logit and rank of teacher-forced tokens, computed on the GPU: 8 bytes per token reach JavaScript instead of 200 kB of logits. */
import type { TokenId } from '../../core/qagen-model.js';
import { ENTRY_WORDS, RANK_SHADER } from './token-ranks.wgsl.js';

const ENTRY_BYTES = ENTRY_WORDS * 4;

export interface WantedToken {
  readonly row: number;
  readonly token: TokenId;
}

export interface RankedToken {
  readonly logit: number;
  /** 1 for the likeliest token of the row. */
  readonly rank: number;
}

export class GpuTokenRanks {
  private readonly size: GPUBuffer;

  private constructor(
    private readonly device: GPUDevice,
    private readonly pipeline: GPUComputePipeline,
    private readonly vocabulary: number,
  ) {
    this.size = device.createBuffer({ size: 4, usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST });
    device.queue.writeBuffer(this.size, 0, Uint32Array.of(vocabulary));
  }

  /** Throws GPUPipelineError if the device rejects the kernel. */
  static async create(device: GPUDevice, vocabulary: number): Promise<GpuTokenRanks> {
    const module = device.createShaderModule({ label: 'token ranks', code: RANK_SHADER });
    const compute = { module, entryPoint: 'main' };
    return new GpuTokenRanks(device, await device.createComputePipelineAsync({ layout: 'auto', compute }), vocabulary);
  }

  /** `logits` float32 [rows, vocabulary] on this device. One entry for each of `wanted`, in order. */
  async rank(logits: GPUBuffer, rows: number, wanted: readonly WantedToken[]): Promise<RankedToken[]> {
    if (wanted.length === 0) return [];
    const { device } = this;
    const bytes = wanted.length * ENTRY_BYTES;
    const buffer = (usage: number): GPUBuffer => device.createBuffer({ size: bytes, usage });
    const asked = buffer(GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST);
    const found = buffer(GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC);
    const read = buffer(GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST);
    try {
      device.queue.writeBuffer(asked, 0, Uint32Array.from(wanted.flatMap(({ row, token }) => [row, token])));
      const bindGroup = device.createBindGroup({
        layout: this.pipeline.getBindGroupLayout(0),
        entries: [
          { binding: 0, resource: { buffer: logits, size: rows * this.vocabulary * 4 } },
          { binding: 1, resource: { buffer: asked } },
          { binding: 2, resource: { buffer: found } },
          { binding: 3, resource: { buffer: this.size } },
        ],
      });
      const encoder = device.createCommandEncoder();
      const pass = encoder.beginComputePass();
      pass.setPipeline(this.pipeline);
      pass.setBindGroup(0, bindGroup);
      pass.dispatchWorkgroups(wanted.length);
      pass.end();
      encoder.copyBufferToBuffer(found, 0, read, 0, bytes);
      device.queue.submit([encoder.finish()]);
      await read.mapAsync(GPUMapMode.READ);
      const words = read.getMappedRange().slice(0);
      const [logit, rank] = [new Float32Array(words), new Uint32Array(words)];
      return wanted.map((_, entry) => ({
        logit: logit[entry * ENTRY_WORDS] as number,
        rank: rank[entry * ENTRY_WORDS + 1] as number,
      }));
    } finally {
      for (const each of [asked, found, read]) each.destroy();
    }
  }

  release(): void {
    this.size.destroy();
  }
}

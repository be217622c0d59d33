/** The likeliest tokens of each row, selected on the GPU: 60 kB per step reach JavaScript instead of 12 MB of logits. */
import { QualsError } from '../../core/errors.js';
import type { NextTokens, TokenId } from '../../core/qagen-model.js';
import { ROW_HEAD, SELECTION_SHADER } from './likeliest-tokens.wgsl.js';

const WORD = 4;

export interface SelectedTokens extends NextTokens {
  /** [paths]: natural logarithm of the sum of exp(logits). */
  readonly totals: Float64Array;
}

interface Buffers {
  readonly found: GPUBuffer;
  readonly read: GPUBuffer;
}

export class GpuTokenSelection {
  private readonly settings: GPUBuffer;
  private buffers: Buffers | undefined;

  private constructor(
    private readonly device: GPUDevice,
    private readonly pipeline: GPUComputePipeline,
    private readonly vocabulary: number,
  ) {
    this.settings = device.createBuffer({ size: 4 * WORD, usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST });
  }

  /** Throws GPUPipelineError if the device rejects the kernel. */
  static async create(device: GPUDevice, vocabulary: number): Promise<GpuTokenSelection> {
    const module = device.createShaderModule({ label: 'likeliest tokens', code: SELECTION_SHADER });
    const pipeline = await device.createComputePipelineAsync({
      layout: 'auto',
      compute: { module, entryPoint: 'main' },
    });
    return new GpuTokenSelection(device, pipeline, vocabulary);
  }

  /**
   * `logits` float32 [rows, vocabulary] on this device; `count` at most the vocabulary. For equal logits, the smaller id ranks
   * first. Throws QualsError `device-wrong` if a logit is NaN.
   */
  async select(logits: GPUBuffer, rows: number, count: number, end: TokenId): Promise<SelectedTokens> {
    const bytes = rows * (ROW_HEAD + 2 * count) * WORD;
    const { found, read } = this.buffersOf(bytes);
    this.device.queue.writeBuffer(this.settings, 0, Uint32Array.of(this.vocabulary, count, end));
    const bindGroup = this.device.createBindGroup({
      layout: this.pipeline.getBindGroupLayout(0),
      entries: [
        { binding: 0, resource: { buffer: logits, size: rows * this.vocabulary * WORD } },
        { binding: 1, resource: { buffer: found, size: bytes } },
        { binding: 2, resource: { buffer: this.settings } },
      ],
    });
    const encoder = this.device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(this.pipeline);
    pass.setBindGroup(0, bindGroup);
    pass.dispatchWorkgroups(rows);
    pass.end();
    encoder.copyBufferToBuffer(found, 0, read, 0, bytes);
    this.device.queue.submit([encoder.finish()]);
    await read.mapAsync(GPUMapMode.READ, 0, bytes);
    const words = new Uint32Array(read.getMappedRange(0, bytes).slice(0));
    read.unmap();
    return decode(words, rows, count);
  }

  release(): void {
    this.settings.destroy();
    this.buffers?.found.destroy();
    this.buffers?.read.destroy();
    this.buffers = undefined;
  }

  private buffersOf(bytes: number): Buffers {
    if (this.buffers && this.buffers.found.size >= bytes) return this.buffers;
    this.buffers?.found.destroy();
    this.buffers?.read.destroy();
    this.buffers = {
      found: this.device.createBuffer({ size: bytes, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC }),
      read: this.device.createBuffer({ size: bytes, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST }),
    };
    return this.buffers;
  }
}

/** `words`: the rows as the kernel writes them; their tokens are unordered. */
function decode(words: Uint32Array<ArrayBuffer>, rows: number, count: number): SelectedTokens {
  const numbers = new Float32Array(words.buffer);
  const next = {
    paths: rows,
    count,
    tokens: new Int32Array(rows * count),
    logProbs: new Float64Array(rows * count),
    endLogProbs: new Float64Array(rows),
    totals: new Float64Array(rows),
  };
  for (let row = 0; row < rows; row++) {
    const start = row * (ROW_HEAD + 2 * count);
    const total = (numbers[start] as number) + Math.log(numbers[start + 1] as number);
    if (!Number.isFinite(total) || words[start + 3] !== count) {
      throw new QualsError('device-wrong', 'The device gave logits that are not numbers.');
    }
    next.totals[row] = total;
    next.endLogProbs[row] = (numbers[start + 2] as number) - total;
    const places = Array.from({ length: count }, (_, place) => start + ROW_HEAD + 2 * place);
    const token = (place: number): TokenId => words[place] as TokenId;
    const logit = (place: number): number => numbers[place + 1] as number;
    places.sort((a, b) => logit(b) - logit(a) || token(a) - token(b));
    places.forEach((place, rank) => {
      next.tokens[row * count + rank] = token(place);
      next.logProbs[row * count + rank] = logit(place) - total;
    });
  }
  return next;
}

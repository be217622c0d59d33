/** Prefill: keys and values of a text and the start token, computed once. */
import { Cancelled } from '../../core/cancelled.js';
import type { Checkpoint, TokenId } from '../../core/qagen-model.js';
import type { BodyGraph, ExtendedPrefix, ReadPrefix } from '../graphs/body-graph.js';
import { TOKENS_PER_RUN } from '../graphs/graphs.js';

/** A run of a few tokens costs nearly as much as a run of a dozen, because all weights are read in both. */
const LEAST_REST = 16;

/** Splits into chunks of equal length, slightly more than TOKENS_PER_RUN at most. */
export function tokensPerRun(tokens: number): number {
  return Math.ceil(tokens / Math.max(1, Math.ceil((tokens - LEAST_REST) / TOKENS_PER_RUN)));
}

/** A prefill that can pause between two chunks and continue later. */
export class Reading {
  private read: ExtendedPrefix | undefined;
  private done = 0;
  private underWay = false;
  private disposed = false;

  /** `tokens` ends with the start token. */
  constructor(
    private readonly body: Pick<BodyGraph, 'architecture' | 'extendPrefix'>,
    readonly tokens: readonly TokenId[],
  ) {
    if (tokens.length === 0) throw new RangeError('A text to read has at least the start token.');
  }

  /**
   * Continues the prefill. `checkpoint` is called between chunks; if it throws `Cancelled`, the chunks read so far are kept.
   * Throws if another call is running, or after disposal.
   */
  async finish(
    checkpoint: Checkpoint,
    onProgress?: (tokensDone: number, tokensTotal: number) => void,
  ): Promise<ReadPrefix> {
    if (this.underWay) throw new Error('This text is being read.');
    this.underWay = true;
    try {
      return await this.readOn(checkpoint, onProgress);
    } catch (error) {
      // After any other failure nothing is kept.
      if (!(error instanceof Cancelled)) this.forget();
      throw error;
    } finally {
      this.underWay = false;
    }
  }

  /** A second call does nothing. */
  dispose(): void {
    this.forget();
    this.disposed = true;
  }

  private forget(): void {
    this.read?.prefix.dispose();
    this.read = undefined;
    this.done = 0;
  }

  private async readOn(
    checkpoint: Checkpoint,
    onProgress: ((tokensDone: number, tokensTotal: number) => void) | undefined,
  ): Promise<ReadPrefix> {
    const { body, tokens } = this;
    const length = tokensPerRun(tokens.length);
    while (this.done < tokens.length) {
      await checkpoint();
      if (this.disposed) break;
      const chunk = tokens.slice(this.done, this.done + length);
      const read = await body.extendPrefix(chunk, this.read?.prefix);
      this.read = read;
      this.done += chunk.length;
      // Disposed of in the meantime: the new keys and values have no other owner.
      if (this.disposed) this.forget();
      else onProgress?.(this.done, tokens.length);
    }
    if (!this.read) throw new Error('This text was released.');
    return { keyValues: this.read.prefix, startHidden: this.read.hidden.slice(-body.architecture.width) };
  }
}

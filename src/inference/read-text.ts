/** Prefill: keys and values of a text and the start token, computed once. */
import type { Checkpoint, TokenId } from '../core/qagen-model.js';
import type { BodyGraph, ExtendedPrefix } from './body-graph.js';
import { TOKENS_PER_RUN } from './graphs.js';
import type { KeyValues } from './key-values.js';

export interface ReadPrefix {
  /** Keys and values of the text and the start token. */
  readonly keyValues: KeyValues;
  /** float32 [width], at the start token. */
  readonly startHidden: Float32Array;
}

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

  /** `tokens` ends with the start token. */
  constructor(
    private readonly body: Pick<BodyGraph, 'architecture' | 'extendPrefix'>,
    readonly tokens: readonly TokenId[],
  ) {
    if (tokens.length === 0) throw new RangeError('A text to read has at least the start token.');
  }

  /** Continues the prefill. `checkpoint` is called between chunks; if it throws, the chunks read so far are kept. */
  async finish(
    checkpoint: Checkpoint,
    onProgress?: (tokensDone: number, tokensTotal: number) => void,
  ): Promise<ReadPrefix> {
    const { body, tokens } = this;
    const length = tokensPerRun(tokens.length);
    while (this.done < tokens.length) {
      await checkpoint();
      const chunk = tokens.slice(this.done, this.done + length);
      this.read = await body.extendPrefix(chunk, this.read?.prefix);
      this.done += chunk.length;
      onProgress?.(this.done, tokens.length);
    }
    if (!this.read) throw new Error('This reading was disposed of.');
    return { keyValues: this.read.prefix, startHidden: this.read.hidden.slice(-body.architecture.width) };
  }

  /** A second call does nothing. */
  dispose(): void {
    this.read?.prefix.dispose();
    this.read = undefined;
  }
}
